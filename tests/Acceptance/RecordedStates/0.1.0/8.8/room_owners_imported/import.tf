import {
  to = rocketchat_room_owners.as_it_is
  id = "board"
}

import {
  to = rocketchat_room_owners.changed_at_once
  id = "GENERAL"
}
