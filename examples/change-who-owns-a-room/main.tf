terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

provider "rocketchat" {}

variable "chair" {
  description = "Username of the person who chairs the association."
  type        = string
  default     = "alice"
}

# The association's own account owns every room, and it stays when people come and go.
resource "rocketchat_room_owner" "association" {
  room_name  = "general"
  username   = "admin"
  on_destroy = "keep"
}

# The account already owns the room: take over this ownership.
import {
  to = rocketchat_room_owner.association
  id = "general/admin"
}

# The person who chairs the association owns the room, too.
resource "rocketchat_room_owner" "chair" {
  room_name = "general"
  username  = var.chair
}

output "owner" {
  value = "${rocketchat_room_owner.chair.username} owns ${rocketchat_room_owner.chair.room_name}"
}
