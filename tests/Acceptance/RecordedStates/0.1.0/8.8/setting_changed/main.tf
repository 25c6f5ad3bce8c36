resource "rocketchat_setting" "number" {
  setting_id = "Message_MaxAllowedSize"
  value      = 9000
  on_destroy = "restore"
}

resource "rocketchat_setting" "sensitive" {
  setting_id      = "Push_apn_key"
  sensitive_value = "key two"
  on_destroy      = "restore"
}

resource "rocketchat_setting" "restored_from_now_on" {
  setting_id = "Site_Name"
  value      = "Second name"
  on_destroy = "restore"
}
