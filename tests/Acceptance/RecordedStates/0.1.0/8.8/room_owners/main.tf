resource "rocketchat_room_owners" "kept" {
  room_id  = "GENERAL"
  user_ids = ["aliceAliceAlice01", "bobBobBobBobBob01"]
}

resource "rocketchat_room_owners" "added" {
  room_id    = "boardRoomBoard001"
  user_ids   = ["aliceAliceAlice01", "bobBobBobBobBob01"]
  on_destroy = "remove_added"
}

resource "rocketchat_room_owners" "invited" {
  room_id        = "annRoomAnnRoom001"
  user_ids       = ["adminadminadmin01", "bobBobBobBobBob01"]
  invite_members = true
  on_destroy     = "remove_added"
}

resource "rocketchat_room_owners" "as_it_was" {
  room_id  = "discussDiscuss001"
  user_ids = ["carolCarolCarol01"]
}

resource "rocketchat_room_owners" "archived" {
  room_id    = "oldRoomOldRoom001"
  user_ids   = ["aliceAliceAlice01", "bobBobBobBobBob01"]
  on_destroy = "remove_added"

  timeouts = {
    read = "1m"
  }
}

resource "rocketchat_room_owners" "team" {
  room_id  = "teamRoomTeamRoom1"
  user_ids = ["bobBobBobBobBob01"]
}
