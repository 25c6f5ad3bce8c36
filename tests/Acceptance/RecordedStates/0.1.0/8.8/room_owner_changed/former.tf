resource "rocketchat_room_owner" "this" {
  room_id    = "GENERAL"
  user_id    = "aliceAliceAlice01"
  on_destroy = "keep"
}
