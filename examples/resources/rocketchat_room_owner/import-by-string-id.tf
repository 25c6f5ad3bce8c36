import {
  to = rocketchat_room_owner.alice
  id = "boardRoomBoard001/aliceAliceAlice01"
}
