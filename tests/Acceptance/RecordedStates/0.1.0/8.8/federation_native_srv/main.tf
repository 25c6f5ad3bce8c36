resource "rocketchat_federation" "this" {
  domain     = "example.org"
  target     = "chat.example.org"
  port       = 8448
  delegation = "srv"

  test = {
    enabled = false
  }

  wait_for_dns = {
    timeout   = "1s"
    interval  = "1s"
    resolvers = ["127.0.0.1:60053"]
  }
}
