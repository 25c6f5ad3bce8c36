terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The environment has the credentials of this workspace alone.
provider "rocketchat" {
  url = "https://chat-a.example.org"
}

module "workspace" {
  source    = "../modules/workspace"
  site_name = "Chat A"

  owners = {
    general = ["alice"]
  }
}
