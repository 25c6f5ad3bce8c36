terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

provider "rocketchat" {}

variable "departing" {
  description = "Username of the person who leaves."
  type        = string
  default     = "dora"
}

variable "successor" {
  description = "Username of the person who takes over; must be a member of the rooms."
  type        = string
  default     = "erik"
}

variable "done" {
  description = "Whether to remove the departing person's ownership. Set it to true once the successor owns the rooms."
  type        = bool
  default     = false
}

# The rooms that the departing person owns today. Step 2 no longer reads them, because the account may be gone by then.
data "rocketchat_rooms" "owned" {
  count          = var.done ? 0 : 1
  owner_username = var.departing
}

# The list as of the first apply. The current list gets shorter while you hand the rooms over, and a room that disappears from it would
# disappear from the resources below.
resource "terraform_data" "rooms" {
  input = { for room in flatten(data.rocketchat_rooms.owned[*].rooms) : room.id => room.name }

  lifecycle {
    ignore_changes = [input]
  }
}

# Step 1: the successor becomes an additional owner, and remains an owner after you remove this code.
resource "rocketchat_room_owner" "successor" {
  for_each   = terraform_data.rooms.input
  room_id    = each.key
  username   = var.successor
  on_destroy = "keep"
}

# Step 1 takes over the departing person's ownerships; step 2, done = true, removes them.
resource "rocketchat_room_owner" "departing" {
  for_each = { for id, name in terraform_data.rooms.input : id => name if !var.done }
  room_id  = each.key
  username = var.departing
}

output "rooms" {
  description = "Names of the rooms that are handed over, by id."
  value       = terraform_data.rooms.input
}
