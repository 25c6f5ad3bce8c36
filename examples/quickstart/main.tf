terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The server and the credentials come from the environment: ROCKETCHAT_URL, ROCKETCHAT_USER_ID, ROCKETCHAT_AUTH_TOKEN.
provider "rocketchat" {}

variable "room" {
  description = "Name of the room that gets another owner."
  type        = string
  default     = "board"
}

variable "owner" {
  description = "Username of the member who becomes an owner."
  type        = string
  default     = "ada"
}

data "rocketchat_room" "this" {
  name = var.room
}

data "rocketchat_user" "this" {
  username = var.owner
}

resource "rocketchat_room_owner" "this" {
  room_id = data.rocketchat_room.this.id
  user_id = data.rocketchat_user.this.id
}

output "ownership" {
  value = "${rocketchat_room_owner.this.username} owns ${rocketchat_room_owner.this.room_name}"
}
