# room_id/user_id, or by names: board/alice
terraform import rocketchat_room_owner.alice boardRoomBoard001/aliceAliceAlice01
