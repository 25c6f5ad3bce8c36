# by ids
terraform import rocketchat_room_owner.treasurer boardRoomBoard001/bobBobBobBobBob01

# by names
terraform import rocketchat_room_owner.treasurer board/bob
