resource "rocketchat_push_settings" "this" {
  on_destroy = "reset"

  legacy_fcm = {
    api_key        = "api key one"
    project_number = "12345"
  }

  default_notifications = {
    desktop = "nothing"
    email   = "nothing"
  }
}
