import {
  to = rocketchat_room_owners.board
  identity = {
    room_id = "boardRoomBoard001"
  }
}
