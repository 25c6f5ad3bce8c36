resource "rocketchat_push_settings" "this" {
  on_destroy = "restore"
  enabled    = true

  apns = {
    key_wo                = "key one"
    key_wo_version        = 1
    passphrase_wo         = "passphrase one"
    passphrase_wo_version = 2

    sandbox = {
      certificate_wo         = "sandbox certificate one"
      certificate_wo_version = 1
    }
  }

  fcm = {
    service_account_json_wo = jsonencode({
      type           = "service_account"
      project_id     = "example"
      private_key_id = "1"
      private_key    = "made up"
      client_email   = "push@example.org"
      client_id      = "1"
      token_uri      = "https://oauth2.example.org/token"
    })
    service_account_json_wo_version = 1
  }
}
