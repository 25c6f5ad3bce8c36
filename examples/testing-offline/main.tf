terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "room" {
  description = "Name of the room."
  type        = string
  default     = "board"
}

variable "board" {
  description = "Usernames of the elected board, all of whom own the room."
  type        = set(string)
  default     = ["ada", "ben"]

  validation {
    condition     = length(var.board) >= 2
    error_message = "The board must have at least two members."
  }
}

data "rocketchat_room" "this" {
  name = var.room
}

resource "rocketchat_room_owner" "board" {
  for_each = var.board
  room_id  = data.rocketchat_room.this.id
  username = each.key
}

output "owners" {
  description = "User ids of the board by username."
  value       = { for username, owner in rocketchat_room_owner.board : username => owner.user_id }
}
