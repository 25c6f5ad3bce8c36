resource "rocketchat_push_test" "this" {
  triggers = {
    attempt = 1
  }
  required_devices = 0
}
