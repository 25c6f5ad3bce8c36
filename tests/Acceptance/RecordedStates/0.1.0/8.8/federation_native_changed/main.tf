resource "rocketchat_federation" "this" {
  domain              = "other.example.org"
  allow_domain_change = true

  native = {
    process_presence = false
  }
}
