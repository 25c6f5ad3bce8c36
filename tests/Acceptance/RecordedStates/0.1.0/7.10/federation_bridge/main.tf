resource "rocketchat_federation" "this" {
  engine     = "matrix_bridge"
  domain     = "matrix.example.org"
  target     = "synapse.example.org"
  delegation = "well_known"

  matrix_bridge = {
    homeserver_url        = "http://synapse:8008"
    bridge_url            = "http://rocketchat:3300"
    bridge_localpart      = "bridge"
    ephemeral_events      = true
    max_public_room_users = 250
    serve_well_known      = false
  }

  test = {
    required = false
  }
}
