terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# Both must exist, or the plan stops here.
data "rocketchat_users" "committee" {
  usernames = ["alice", "bob"]
}

# Who administers the workspace.
data "rocketchat_users" "administrators" {
  role   = "admin"
  active = true
}

output "committee_ids" {
  value = data.rocketchat_users.committee.ids
}
