terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The environment of a container that sets the setting at each start.
output "environment" {
  value = {
    (provider::rocketchat::setting_environment_name("Message_MaxAllowedSize")) = "8000"
  }
}
