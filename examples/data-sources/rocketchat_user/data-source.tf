terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The plan fails if the account is not active.
data "rocketchat_user" "alice" {
  username = "alice"

  lifecycle {
    postcondition {
      condition     = self.active != false
      error_message = "The account of ${self.name} is deactivated: choose another user."
    }
  }
}

output "alice_user_id" {
  value = data.rocketchat_user.alice.id
}
