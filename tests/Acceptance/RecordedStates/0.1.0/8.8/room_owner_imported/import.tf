import {
  to = rocketchat_room_owner.by_id
  id = "boardRoomBoard001/aliceAliceAlice01"
}

import {
  to = rocketchat_room_owner.by_name
  id = "old-project/bob"
}
