terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# Lines to paste into a zone file, or into the form of a DNS host.
output "zone_file" {
  value = [
    for record in provider::rocketchat::federation_records("chat.example.org", "chat.example.org", <<-EOT
      -----BEGIN PUBLIC KEY-----
      MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmVZKKiF04Ucxwfle0B8l
      PKF4lvwCfWHMU4gKajp6ilJQlKHYewV7Wd00pu0fGm2g0xewz7DpBs9NrXQK1NvR
      RoTNSfC3NS/dWaRXxJyp41Q1qcJyYpNBXIFGasGfhD6xtfvfPS5zhvsmjaaVB3qO
      OngNbBfUFC/W83jffPGYnRBtzyGbFdXxAiN+o6XjFFXRtZyjv/swPf2NhRUsy44G
      6X7cM8piToLTDUAAuRHABbnDf1LeD+jz6JmaJUWWfL5Q3lUAsgs7qdbTmxaiW2Bg
      rEBo9j1j5ZMAro3b/89gu6dtlJO8hFY5tOfVzi9Rslq6L/hU/6RjC5VpDzL2iZTI
      wQIDAQAB
      -----END PUBLIC KEY-----
    EOT
    ) : record.zone_file_line
  ]
}

# Federation over Matrix has no key.
output "matrix_srv" {
  value = provider::rocketchat::federation_records("example.org", "chat.example.org", null)["srv"].value
}
