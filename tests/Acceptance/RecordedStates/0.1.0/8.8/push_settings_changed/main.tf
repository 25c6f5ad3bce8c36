resource "rocketchat_push_settings" "this" {
  on_destroy   = "restore"
  enabled      = true
  show_message = true

  apns = {
    key = "key two"
  }
}
