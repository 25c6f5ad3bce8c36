terraform {
  required_version = ">= 1.5"

  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

data "rocketchat_rooms" "unmanaged" {
  archived  = false
  ownership = ["none", "inactive"]
}

data "rocketchat_rooms" "one_owner" {
  archived  = false
  ownership = ["single"]
}

check "every_room_has_an_active_owner" {
  assert {
    condition     = length(data.rocketchat_rooms.unmanaged.ids) == 0
    error_message = "Nobody manages these rooms: ${join(", ", data.rocketchat_rooms.unmanaged.rooms[*].name)}."
  }
}

check "no_room_depends_on_one_person" {
  assert {
    condition     = length(data.rocketchat_rooms.one_owner.ids) == 0
    error_message = "These rooms have one owner only: ${join(", ", data.rocketchat_rooms.one_owner.rooms[*].name)}."
  }
}
