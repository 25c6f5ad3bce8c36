resource "rocketchat_room_owners" "as_it_is" {
  room_id    = "boardRoomBoard001"
  user_ids   = ["aliceAliceAlice01"]
  on_destroy = "remove_added"
}

resource "rocketchat_room_owners" "changed_at_once" {
  room_id    = "GENERAL"
  user_ids   = ["adminadminadmin01", "bobBobBobBobBob01"]
  on_destroy = "remove_added"
}
