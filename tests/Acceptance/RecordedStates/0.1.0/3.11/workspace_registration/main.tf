resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true
  registration_token   = "registration-token-1"
  organization_email   = "it@example.org"
  organization_name    = "Example"
  site_name            = "Example \"Chat\""
  marketing_emails     = false
}
