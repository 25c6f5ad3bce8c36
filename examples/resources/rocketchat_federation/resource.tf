# Native federation, prepared and left off: with a licence, set enabled = true.
resource "rocketchat_federation" "this" {
  engine  = "native"
  enabled = false
  domain  = "chat.example.org"

  native = {
    allow_list       = ["partner.example"]
    process_presence = false
  }
}
