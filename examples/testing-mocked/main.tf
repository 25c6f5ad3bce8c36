terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "owners" {
  description = "Usernames of the owners of the board."
  type        = set(string)
  default     = ["alice", "bob"]

  validation {
    condition     = length(var.owners) >= 2
    error_message = "The board needs two owners, so that one of them can leave."
  }
}

resource "rocketchat_room_owner" "board" {
  for_each   = var.owners
  room_name  = "board"
  username   = each.value
  on_destroy = "keep"
}

output "room_ids" {
  value = toset([for owner in rocketchat_room_owner.board : owner.room_id])
}
