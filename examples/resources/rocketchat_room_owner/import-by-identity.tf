import {
  to = rocketchat_room_owner.treasurer
  identity = {
    room_id = "boardRoomBoard001"
    user_id = "bobBobBobBobBob01"
  }
}
