resource "rocketchat_federation" "this" {
  engine = "matrix_bridge"
  domain = "matrix.example.org"

  matrix_bridge = {
    homeserver_url = "http://synapse:8008"
  }
}
