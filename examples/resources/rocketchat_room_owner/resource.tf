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

# Bob, a member of the room, becomes an owner beside those who are owners already.
resource "rocketchat_room_owner" "bob" {
  room_id  = data.rocketchat_room.board.id
  username = "bob"
}

# Alice made the room and owns it: import her. A destroy must not take the room away from her.
resource "rocketchat_room_owner" "alice" {
  room_id    = data.rocketchat_room.board.id
  username   = "alice"
  on_destroy = "keep"
}
