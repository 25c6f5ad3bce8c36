resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true
  site_name            = "Before"

  timeouts = {
    create = "2m"
  }
}
