resource "rocketchat_room_owners" "kept" {
  room_id  = "GENERAL"
  user_ids = ["aliceAliceAlice01", "bobBobBobBobBob01"]
}

resource "rocketchat_room_owners" "added" {
  room_id    = "boardRoomBoard001"
  user_ids   = ["aliceAliceAlice01", "bobBobBobBobBob01"]
  on_destroy = "remove_added"
}
