terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "site_name" {
  description = "Name of the workspace."
  type        = string
}

variable "owners" {
  description = "Usernames of additional owners, by the names of rooms."
  type        = map(set(string))
}

# The same on every workspace.
resource "rocketchat_setting" "max_message_size" {
  setting_id = "Message_MaxAllowedSize"
  value      = 10000
}

resource "rocketchat_setting" "site_name" {
  setting_id = "Site_Name"
  value      = var.site_name
}

resource "rocketchat_room_owner" "this" {
  for_each = merge([
    for room, users in var.owners : { for user in users : "${room}/${user}" => { room = room, user = user } }
  ]...)
  room_name = each.value.room
  username  = each.value.user
}
