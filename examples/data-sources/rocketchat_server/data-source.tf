terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The plan reports a server that nobody tested this provider with.
data "rocketchat_server" "this" {}

check "tested_version" {
  assert {
    condition     = data.rocketchat_server.this.tested
    error_message = "Rocket.Chat ${data.rocketchat_server.this.version} is not a tested version."
  }
}

output "license_modules" {
  value = data.rocketchat_server.this.license_modules
}
