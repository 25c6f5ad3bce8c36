resource "rocketchat_room_owner" "by_user_id" {
  room_id = "GENERAL"
  user_id = "aliceAliceAlice01"
}

resource "rocketchat_room_owner" "by_username" {
  room_id  = "boardRoomBoard001"
  username = "bob"
}
