terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

provider "rocketchat" {}

locals {
  owners = {
    announcements = ["alice"]
    board         = ["bob"]
    general       = ["alice", "carol"]
  }

  ownerships = merge([
    for room, usernames in local.owners : {
      for username in usernames : "${room}/${username}" => { room = room, username = username }
    }
  ]...)
}

data "rocketchat_room" "this" {
  for_each = local.owners
  name     = each.key
}

resource "rocketchat_room_owner" "this" {
  for_each = local.ownerships
  room_id  = data.rocketchat_room.this[each.value.room].id
  username = each.value.username
}
