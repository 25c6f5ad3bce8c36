terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

data "rocketchat_room_owners" "general" {
  room_name = "general"
}

# If all owners of a room are deactivated, nobody can manage the room.
check "general_has_an_active_owner" {
  assert {
    condition     = anytrue([for owner in data.rocketchat_room_owners.general.owners : owner.active != false])
    error_message = "No owner of the room general has an active account."
  }
}

output "owners_of_general" {
  value = data.rocketchat_room_owners.general.usernames
}
