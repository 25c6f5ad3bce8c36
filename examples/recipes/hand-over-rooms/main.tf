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
  description = "Set it to true once the successor owns the rooms: then the departing person's ownership is taken away."
  type        = bool
  default     = false
}

# What the departing person owns today. Not asked for any more when that is over, since the account may be gone by then.
data "rocketchat_rooms" "owned" {
  count          = var.done ? 0 : 1
  owner_username = var.departing
}

# The list as it was at the first apply. The list itself gets shorter while rooms change hands, and a room that left it would leave
# the code below as well.
resource "terraform_data" "rooms" {
  input = { for room in flatten(data.rocketchat_rooms.owned[*].rooms) : room.id => room.name }

  lifecycle {
    ignore_changes = [input]
  }
}

# Step 1: the successor becomes an owner beside the departing person, and stays it when this code is gone.
resource "rocketchat_room_owner" "successor" {
  for_each   = terraform_data.rooms.input
  room_id    = each.key
  username   = var.successor
  on_destroy = "keep"
}

# Step 1 takes note of what the departing person owns; step 2, done = true, takes it away.
resource "rocketchat_room_owner" "departing" {
  for_each = { for id, name in terraform_data.rooms.input : id => name if !var.done }
  room_id  = each.key
  username = var.departing
}

output "rooms" {
  description = "The rooms that change hands, by id."
  value       = terraform_data.rooms.input
}
