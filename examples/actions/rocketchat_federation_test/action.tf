terraform {
  required_version = ">= 1.14"

  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# By hand: terraform apply -invoke=action.rocketchat_federation_test.native
action "rocketchat_federation_test" "native" {
  config {
    engine = "native"
    domain = "example.org"
    target = "chat.example.org"
  }
}
