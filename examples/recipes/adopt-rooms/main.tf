terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

provider "rocketchat" {}

locals {
  # Written by `terraform -chdir=inventory output -json owners`; by hand from then on.
  rooms = jsondecode(file("${path.module}/owners.json"))
}

# Exactly these users own the room. Everybody else loses the ownership.
resource "rocketchat_room_owners" "room" {
  for_each = local.rooms
  room_id  = each.key
  user_ids = each.value.user_ids
}
