import {
  to = rocketchat_room_owners.board
  id = "boardRoomBoard001"
}
