terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# Attributes that are not set are not managed.
resource "rocketchat_push_settings" "this" {
  enabled = true

  gateway = {
    enabled = true
  }

  show_sender_and_room = true
  show_message         = false

  default_notifications = {
    mobile = "mentions"
    email  = "mentions"
  }
}
