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

resource "rocketchat_room_owner" "this" {
  for_each  = local.ownerships
  room_name = each.value.room
  username  = each.value.username
}
