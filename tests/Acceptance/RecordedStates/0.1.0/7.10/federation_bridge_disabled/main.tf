resource "rocketchat_federation" "this" {
  engine  = "matrix_bridge"
  domain  = "matrix.example.org"
  enabled = false
}
