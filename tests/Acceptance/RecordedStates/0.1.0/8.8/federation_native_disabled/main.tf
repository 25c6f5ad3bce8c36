resource "rocketchat_federation" "this" {
  engine  = "native"
  enabled = false
  domain  = "example.org"
  target  = "chat.example.org"

  native = {
    allow_list = ["partner.example"]
  }
}
