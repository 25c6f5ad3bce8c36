resource "rocketchat_push_test" "this" {
  triggers = {
    attempt = 2
  }
}
