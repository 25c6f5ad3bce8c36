resource "rocketchat_push_settings" "this" {
  on_destroy           = "restore"
  show_message         = false
  show_sender_and_room = false

  apns = {
    key = "key before"
  }
}
