resource "rocketchat_federation" "this" {
  domain = "Chat.Example.org"

  native = {
    allow_list       = ["partner.example", "friends.example"]
    process_presence = true
  }
}
