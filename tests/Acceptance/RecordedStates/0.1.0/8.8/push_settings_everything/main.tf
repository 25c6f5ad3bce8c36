resource "rocketchat_push_settings" "this" {
  enabled                   = true
  production                = false
  show_message              = false
  show_sender_and_room      = false
  fetch_content_from_server = false
  reload                    = true
  on_destroy                = "restore"

  gateway = {
    enabled = true
    url     = "https://gateway.example.org"
  }

  apns = {
    key         = "key one"
    certificate = "certificate one"
    passphrase  = "passphrase one"

    sandbox = {
      key         = "sandbox key one"
      certificate = "sandbox certificate one"
      passphrase  = "sandbox passphrase one"
    }
  }

  fcm = {
    service_account_json = jsonencode({
      type           = "service_account"
      project_id     = "example"
      private_key_id = "1"
      private_key    = "made up"
      client_email   = "push@example.org"
      client_id      = "1"
      token_uri      = "https://oauth2.example.org/token"
    })
  }

  default_notifications = {
    mobile                     = "mentions"
    desktop                    = "nothing"
    email                      = "nothing"
    require_interaction        = true
    voice_calls                = false
    mute_focused_conversations = false
    unread_alert               = false
    mobile_ringing             = false
    calendar_events            = false
    sound_volume               = 55
  }

  timeouts = {
    create = "4m"
    update = "3m"
  }
}
