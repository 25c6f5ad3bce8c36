terraform {
  required_version = ">= 1.14"

  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# By hand: terraform apply -invoke=action.rocketchat_cloud_sync.now
action "rocketchat_cloud_sync" "now" {}
