resource "rocketchat_room_owners" "this" {
  room_id  = "GENERAL"
  user_ids = ["adminadminadmin01", "aliceAliceAlice01"]
}
