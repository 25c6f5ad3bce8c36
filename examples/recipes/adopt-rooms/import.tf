# Terraform 1.7, OpenTofu 1.7, and later. Delete this file after the first apply.
import {
  for_each = local.rooms
  to       = rocketchat_room_owners.room[each.key]
  id       = each.key
}
