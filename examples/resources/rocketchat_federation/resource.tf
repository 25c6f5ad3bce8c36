# Native federation, prepared and left off: with a licence, set enabled = true.
resource "rocketchat_federation" "this" {
  engine     = "native"
  enabled    = false
  domain     = "example.org"
  target     = "chat.example.org"
  delegation = "well_known" # or "srv": by the record in rocketchat_federation.this.records

  native = {
    allow_list       = ["partner.example"]
    process_presence = false
  }
}

# To be published at the domain's own web site; known in the first plan.
output "matrix_delegation" {
  value = rocketchat_federation.this.well_known
}
