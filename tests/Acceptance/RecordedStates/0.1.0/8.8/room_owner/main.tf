resource "rocketchat_room_owner" "by_user_id" {
  room_id = "GENERAL"
  user_id = "aliceAliceAlice01"
}

resource "rocketchat_room_owner" "by_username" {
  room_id  = "boardRoomBoard001"
  username = "bob"
}

resource "rocketchat_room_owner" "owner_before" {
  room_id    = "boardRoomBoard001"
  user_id    = "aliceAliceAlice01"
  on_destroy = "keep"
}

resource "rocketchat_room_owner" "kept" {
  room_id    = "GENERAL"
  username   = "carol"
  on_destroy = "keep"
}

resource "rocketchat_room_owner" "last_may_go" {
  room_id         = "discussDiscuss001"
  user_id         = "carolCarolCarol01"
  allow_ownerless = true
}

resource "rocketchat_room_owner" "deactivated" {
  room_id = "GENERAL"
  user_id = "daveDaveDaveDav01"
}

resource "rocketchat_room_owner" "archived" {
  room_id  = "oldRoomOldRoom001"
  username = "alice"

  timeouts = {
    create = "10m"
    delete = "90s"
  }
}

resource "rocketchat_room_owner" "team" {
  for_each = toset(["alice", "bob"])
  room_id  = "teamRoomTeamRoom1"
  username = each.key
}
