terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

provider "rocketchat" {}

# Every channel and private room that is not archived.
data "rocketchat_rooms" "all" {
  archived = false
}

data "rocketchat_room_owners" "of" {
  for_each = toset(data.rocketchat_rooms.all.ids)
  room_id  = each.key
}

locals {
  names = { for room in data.rocketchat_rooms.all.rooms : room.id => room.name }
}

output "owners" {
  description = "Owners of each room that has any, by the room's id. The names are for the reader."
  value = {
    for id, of in data.rocketchat_room_owners.of : id => {
      room     = local.names[id]
      people   = join(", ", of.usernames)
      user_ids = of.user_ids
    } if length(of.user_ids) > 0
  }
}

output "import_blocks" {
  description = "One import block for each of these rooms, for a CLI without for_each in import blocks."
  value = join("\n", [
    for id, of in data.rocketchat_room_owners.of : <<-EOT
      import {
        to = rocketchat_room_owners.room["${id}"]
        id = "${id}"
      }
    EOT
    if length(of.user_ids) > 0
  ])
}

output "without_owner" {
  description = "Names of the rooms that nobody owns."
  value       = [for id, of in data.rocketchat_room_owners.of : local.names[id] if length(of.user_ids) == 0]
}
