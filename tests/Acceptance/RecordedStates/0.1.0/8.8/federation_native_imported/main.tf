resource "rocketchat_federation" "this" {
  domain = "chat.example.org"

  native = {
    process_typing = false
  }
}
