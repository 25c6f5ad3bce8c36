resource "rocketchat_license" "this" {}
