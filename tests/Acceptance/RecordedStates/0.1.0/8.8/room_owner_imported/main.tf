resource "rocketchat_room_owner" "by_id" {
  room_id         = "boardRoomBoard001"
  user_id         = "aliceAliceAlice01"
  allow_ownerless = true
}

resource "rocketchat_room_owner" "by_name" {
  room_id    = "oldRoomOldRoom001"
  username   = "bob"
  on_destroy = "keep"
}
