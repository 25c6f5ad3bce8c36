import {
  to = rocketchat_room_owner.treasurer
  id = "boardRoomBoard001/bobBobBobBobBob01"
}
