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

# The push page, and what members get who never chose for themselves. What is not named stays as it is.
resource "rocketchat_push_settings" "this" {
  enabled              = true
  show_sender_and_room = true
  show_message         = false
  reload               = true # from Rocket.Chat 8.7 on; before, restart the server when the plan says so

  gateway = {
    enabled = true
  }

  default_notifications = {
    mobile = "mentions" # "all" bothers people and uses up the gateway's monthly quota
  }

  depends_on = [rocketchat_workspace_registration.this]
}

# A notification to the phone of the account that applies this, sent again when what it depends on changes.
resource "rocketchat_push_test" "this" {
  triggers = {
    workspace = rocketchat_workspace_registration.this.workspace_id
    gateway   = rocketchat_push_settings.this.gateway.url
  }
}

output "restart_required" {
  description = "Whether Rocket.Chat must be started anew before the changes count."
  value       = rocketchat_push_settings.this.restart_required
}

output "push_test" {
  value = rocketchat_push_test.this.result
}
