terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# Native federation, prepared but disabled: once you have a license, set enabled = true.
resource "rocketchat_federation" "this" {
  engine     = "native"
  enabled    = false
  domain     = "example.org"
  target     = "chat.example.org"
  delegation = "well_known" # or "srv": with the record in rocketchat_federation.this.records

  native = {
    allow_list       = ["partner.example"]
    process_presence = false
  }
}

# The document to publish on the domain's own website; known in the first plan.
output "matrix_delegation" {
  value = rocketchat_federation.this.well_known
}
