resource "rocketchat_push_test" "this" {}
