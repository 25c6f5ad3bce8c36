terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The environment has the credentials of this workspace alone.
provider "rocketchat" {
  url = "https://chat-c.example.org"
}

module "workspace" {
  source    = "../modules/workspace"
  site_name = "Chat C"

  owners = {
    general = ["alice", "bob"]
  }
}
