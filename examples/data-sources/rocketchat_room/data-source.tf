terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

data "rocketchat_room" "general" {
  name = "general"
}

output "general_room_id" {
  value = data.rocketchat_room.general.id
}
