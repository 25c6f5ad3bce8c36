terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The plan fails if one of them does not exist.
data "rocketchat_users" "committee" {
  usernames = ["alice", "bob"]
}

# Administrators of the workspace.
data "rocketchat_users" "administrators" {
  role   = "admin"
  active = true
}

output "committee_ids" {
  value = data.rocketchat_users.committee.ids
}
