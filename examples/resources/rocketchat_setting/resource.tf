terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

resource "rocketchat_setting" "message_size" {
  setting_id = "Message_MaxAllowedSize"
  value      = 8000
  on_destroy = "restore"
}
