resource "rocketchat_setting" "number" {
  setting_id = "Message_MaxAllowedSize"
  value      = 8000
  on_destroy = "restore"
}

resource "rocketchat_setting" "sensitive" {
  setting_id      = "Push_apn_key"
  sensitive_value = "key one"
  on_destroy      = "restore"
}

resource "rocketchat_setting" "restored_from_now_on" {
  setting_id = "Site_Name"
  value      = "First name"
}
