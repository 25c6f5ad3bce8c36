resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms          = true
  registration_token_wo         = "registration-token-1"
  registration_token_wo_version = 1
  organization_email            = "it@example.org"
}
