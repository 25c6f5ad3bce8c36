terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# Rooms that alice owns, without archived rooms.
data "rocketchat_rooms" "of_alice" {
  owner_username = "alice"
  archived       = false
}

# Private rooms whose name begins with "bo".
data "rocketchat_rooms" "private" {
  types        = ["private"]
  name_pattern = "bo*"
}

output "rooms_of_alice" {
  value = { for room in data.rocketchat_rooms.of_alice.rooms : room.id => room.title }
}
