resource "rocketchat_setting" "boolean" {
  setting_id = "Message_AllowEditing"
  value      = false
}

resource "rocketchat_setting" "number" {
  setting_id = "Message_MaxAllowedSize"
  value      = 8000
  on_destroy = "restore"
}

resource "rocketchat_setting" "sensitive" {
  setting_id      = "Push_apn_passphrase"
  sensitive_value = "passphrase one"
  on_destroy      = "restore"
}
