import {
  to = rocketchat_workspace_registration.this
  id = "workspace"
}
