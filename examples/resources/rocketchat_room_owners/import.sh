# by id
terraform import rocketchat_room_owners.board boardRoomBoard001

# by name
terraform import rocketchat_room_owners.board board
