resource "rocketchat_federation" "this" {
  engine     = "native"
  domain     = "example.org"
  target     = "chat.example.org"
  delegation = "well_known"
  on_destroy = "keep"

  native = {
    allow_list              = []
    process_typing          = false
    process_presence        = true
    process_receipts        = true
    join_encrypted_rooms    = true
    join_non_private_rooms  = true
    validate_user_domain    = true
    max_public_room_members = 42
  }

  test = {
    enabled = false
  }

  wait_for_dns = {
    enabled = false
  }

  timeouts = {
    create = "2m"
  }
}
