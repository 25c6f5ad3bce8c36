terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The environment of the job has the address and the credentials.
provider "rocketchat" {}

variable "owners" {
  description = "Owner of each room, both by name."
  type        = map(string)

  default = {
    announcements = "alice"
  }
}

resource "rocketchat_room_owner" "this" {
  for_each  = var.owners
  room_name = each.key
  username  = each.value
}

# The owners before the plan, for the policy.
data "rocketchat_room_owners" "before" {
  for_each  = toset(["announcements", "board"])
  room_name = each.key
}
