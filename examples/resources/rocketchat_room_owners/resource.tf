terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

data "rocketchat_user" "board" {
  for_each = toset(["alice", "bob"])
  username = each.key
}

# Only Alice and Bob own the room.
resource "rocketchat_room_owners" "board" {
  room_name = "board"
  user_ids  = [for user in data.rocketchat_user.board : user.id]
}
