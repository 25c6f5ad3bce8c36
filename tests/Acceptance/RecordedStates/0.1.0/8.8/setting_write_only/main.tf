resource "rocketchat_setting" "kept" {
  setting_id                 = "Push_apn_passphrase"
  sensitive_value_wo         = "passphrase one"
  sensitive_value_wo_version = 1
}

resource "rocketchat_setting" "restored" {
  setting_id                 = "Push_apn_key"
  sensitive_value_wo         = "key one"
  sensitive_value_wo_version = 3
  on_destroy                 = "restore"
}

resource "rocketchat_setting" "reset" {
  setting_id                 = "Push_apn_cert"
  sensitive_value_wo         = "certificate one"
  sensitive_value_wo_version = 1
  on_destroy                 = "reset"
}
