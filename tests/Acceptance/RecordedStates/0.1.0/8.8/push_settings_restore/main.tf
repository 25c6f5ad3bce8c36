resource "rocketchat_push_settings" "this" {
  on_destroy           = "restore"
  enabled              = true
  show_message         = false
  show_sender_and_room = true

  gateway = {
    enabled = false
  }

  apns = {
    key        = "key one"
    passphrase = "passphrase one"
  }

  default_notifications = {
    mobile = "mentions"
  }
}
