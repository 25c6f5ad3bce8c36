import {
  to = rocketchat_setting.message_size
  id = "Message_MaxAllowedSize"
}
