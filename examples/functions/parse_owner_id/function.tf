terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

resource "rocketchat_room_owner" "alice" {
  room_name = "general"
  username  = "alice"
}

# The id of the room, from an id that another configuration has as an output.
output "room_id" {
  value = provider::rocketchat::parse_owner_id(rocketchat_room_owner.alice.id).room_id
}
