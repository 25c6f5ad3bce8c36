resource "rocketchat_federation" "this" {
  engine = "matrix_bridge"
  domain = "matrix.example.org"

  allow_domain_change = true

  matrix_bridge = {
    homeserver_url = "http://synapse:8008"
  }
}
