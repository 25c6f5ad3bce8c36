import {
  to = rocketchat_setting.message_size
  identity = {
    setting_id = "Message_MaxAllowedSize"
  }
}
