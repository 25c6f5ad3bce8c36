resource "rocketchat_setting" "boolean" {
  setting_id = "Message_AllowEditing"
  value      = false
}

resource "rocketchat_setting" "boolean_restored" {
  setting_id = "UI_DisplayRoles"
  value      = false
  on_destroy = "restore"
}

resource "rocketchat_setting" "boolean_reset" {
  setting_id = "Update_EnableChecker"
  value      = false
  on_destroy = "reset"
}

resource "rocketchat_setting" "number" {
  setting_id = "API_Upper_Count_Limit"
  value      = 150
  on_destroy = "keep"
}

resource "rocketchat_setting" "number_restored" {
  setting_id = "Message_MaxAllowedSize"
  value      = 8000
  on_destroy = "restore"
}

resource "rocketchat_setting" "number_reset" {
  setting_id = "FileUpload_MaxFileSize"
  value      = 4294967296.5
  on_destroy = "reset"
}

resource "rocketchat_setting" "string" {
  setting_id = "Site_Name"
  value      = "Our place, l'été \"26\""
}

resource "rocketchat_setting" "string_restored" {
  setting_id = "UTF8_Channel_Names_Validation"
  value      = "[0-9a-zA-ZäöüÄÖÜ-_.]+"
  on_destroy = "restore"
}

resource "rocketchat_setting" "string_reset" {
  setting_id = "API_CORS_Origin"
  value      = ""
  on_destroy = "reset"
}

resource "rocketchat_setting" "string_of_many_lines" {
  setting_id = "Layout_Home_Body"
  value      = <<-EOT
    <h1>Welcome</h1>
    <p>${1 + 1} rooms</p>
  EOT
  on_destroy = "restore"

  timeouts = {
    update = "1m30s"
  }
}

resource "rocketchat_setting" "list" {
  setting_id = "Hide_System_Messages"
  value      = ["ul", "uj", "au"]
  on_destroy = "restore"
}

resource "rocketchat_setting" "as_it_was" {
  setting_id = "API_Default_Count"
  value      = 50
  on_destroy = "restore"
}

resource "rocketchat_setting" "sensitive" {
  setting_id      = "Push_apn_passphrase"
  sensitive_value = "passphrase one"
}

resource "rocketchat_setting" "sensitive_restored" {
  setting_id      = "Push_apn_key"
  sensitive_value = "key one"
  on_destroy      = "restore"
}

resource "rocketchat_setting" "sensitive_reset" {
  setting_id      = "Push_apn_cert"
  sensitive_value = "certificate one"
  on_destroy      = "reset"
}

resource "rocketchat_setting" "of_each" {
  for_each = {
    Organization_Name = "Example"
    Language          = "fr"
  }
  setting_id = each.key
  value      = each.value
  on_destroy = "restore"
}
