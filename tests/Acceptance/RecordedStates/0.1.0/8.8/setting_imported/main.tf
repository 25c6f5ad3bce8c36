resource "rocketchat_setting" "boolean" {
  setting_id = "Message_AllowEditing"
  value      = true
}

resource "rocketchat_setting" "number" {
  setting_id = "Message_MaxAllowedSize"
  value      = 6000
  on_destroy = "restore"
}

resource "rocketchat_setting" "string" {
  setting_id = "Site_Name"
  value      = "Changed at once"
  on_destroy = "restore"
}

resource "rocketchat_setting" "list" {
  setting_id = "Hide_System_Messages"
  value      = ["ut"]
  on_destroy = "reset"
}

resource "rocketchat_setting" "sensitive" {
  setting_id      = "Push_apn_key"
  sensitive_value = "key before"
  on_destroy      = "restore"
}
