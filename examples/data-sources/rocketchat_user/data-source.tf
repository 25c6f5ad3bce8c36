terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# An active account, or the plan stops here.
data "rocketchat_user" "alice" {
  username = "alice"

  lifecycle {
    postcondition {
      condition     = self.active != false
      error_message = "The account of ${self.name} is deactivated: choose somebody else."
    }
  }
}

output "alice_user_id" {
  value = data.rocketchat_user.alice.id
}
