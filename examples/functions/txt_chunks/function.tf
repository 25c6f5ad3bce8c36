terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# A DNS host that expects the strings of a TXT record one by one.
output "strings" {
  value = provider::rocketchat::txt_chunks(join("", [for i in range(30) : "0123456789"]))
}
