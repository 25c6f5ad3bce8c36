terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "registration_token" {
  description = "The token of the cloud console: Workspaces, Register self-managed, connected to the internet. Needed once."
  type        = string
  sensitive   = true
  default     = null
}

# The terms, and the connection to the cloud.
resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true # https://rocket.chat/terms and https://rocket.chat/privacy
  registration_token   = var.registration_token
  organization_email   = "it@example.org"
  site_name            = "Example"
  marketing_emails     = false
}

# A notification to the phone of the account that applies this, sent again when the registration changes.
resource "rocketchat_push_test" "this" {
  triggers = {
    workspace = rocketchat_workspace_registration.this.workspace_id
  }
}

output "push_test" {
  value = rocketchat_push_test.this.result
}
