terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "registration_token" {
  description = "Registration token from the cloud console for a self-managed workspace; null once it is used."
  type        = string
  sensitive   = true
  default     = null
}

resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true # https://rocket.chat/terms and https://rocket.chat/privacy
  registration_token   = var.registration_token
  organization_email   = "it@example.org"
  site_name            = "Example"
  marketing_emails     = false
}
