resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true
  registration_token   = "registration-token-2"
  site_name            = "Second name"
}
