terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "registration_token" {
  description = "The token that the cloud console gives for a self-managed workspace; null once it is spent."
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
