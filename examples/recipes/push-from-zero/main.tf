terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "registration_token" {
  description = "Registration token from the cloud console: Workspaces, Register self-managed, connected to the internet. Needed only once."
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

# The push page, and the defaults for members who have not set their own preference. Attributes that are not set are not managed.
resource "rocketchat_push_settings" "this" {
  enabled              = true
  show_sender_and_room = true
  show_message         = false
  reload               = true # works since Rocket.Chat 8.7; with older versions, restart the server when the plan warns

  gateway = {
    enabled = true
  }

  default_notifications = {
    mobile = "mentions" # "all" sends more notifications and uses up the gateway's monthly quota
  }

  depends_on = [rocketchat_workspace_registration.this]
}

# A notification to the phone of the provider's account, sent again when a trigger changes.
resource "rocketchat_push_test" "this" {
  triggers = {
    workspace = rocketchat_workspace_registration.this.workspace_id
    gateway   = rocketchat_push_settings.this.gateway.url
  }
}

output "restart_required" {
  description = "Whether the changes take effect only after Rocket.Chat is restarted."
  value       = rocketchat_push_settings.this.restart_required
}

output "push_test" {
  value = rocketchat_push_test.this.result
}
