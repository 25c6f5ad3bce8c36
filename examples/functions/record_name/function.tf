terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# _rocketchat._https.chat
output "name" {
  value = provider::rocketchat::record_name("_rocketchat._https.chat.example.org", "example.org")
}

# @, the zone itself
output "apex" {
  value = provider::rocketchat::record_name("example.org", "example.org")
}
