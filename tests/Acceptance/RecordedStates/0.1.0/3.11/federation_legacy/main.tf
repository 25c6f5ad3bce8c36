resource "rocketchat_federation" "this" {
  engine   = "legacy"
  domain   = "chat.example.org"
  target   = "chat.example.org"
  port     = 60080
  protocol = "http"

  wait_for_dns = {
    timeout   = "1s"
    interval  = "1s"
    resolvers = ["127.0.0.1:60053"]
  }

  legacy = {
    discovery_method = "dns"
  }
}
