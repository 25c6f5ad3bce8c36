terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

data "rocketchat_room" "board" {
  name = "board"
}

# Bob, a member of the room, becomes an additional owner.
resource "rocketchat_room_owner" "treasurer" {
  room_id  = data.rocketchat_room.board.id
  username = "bob"
}
