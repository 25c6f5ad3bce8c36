resource "rocketchat_push_settings" "this" {
  production = false

  gateway = {
    enabled = false
  }
}
