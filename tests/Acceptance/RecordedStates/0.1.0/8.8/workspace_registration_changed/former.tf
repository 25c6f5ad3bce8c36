resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true
  registration_token   = "registration-token-1"
  organization_name    = "Example"
  site_name            = "First name"
}
