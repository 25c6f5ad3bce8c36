resource "rocketchat_push_test" "plain" {}

resource "rocketchat_push_test" "triggered" {
  triggers = {
    attempt = 2
    gateway = "https://gateway.example.org"
  }
  required_devices = 0

  timeouts = {
    create = "2m"
  }
}
