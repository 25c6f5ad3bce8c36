resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true
}
