import {
  to = rocketchat_workspace_registration.this
  identity = {
    id = "workspace"
  }
}
