terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# Bob, a member of the room, becomes an additional owner.
resource "rocketchat_room_owner" "treasurer" {
  room_name = "board"
  username  = "bob"
}
