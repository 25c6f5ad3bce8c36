resource "rocketchat_push_settings" "this" {
  on_destroy = "restore"
}
