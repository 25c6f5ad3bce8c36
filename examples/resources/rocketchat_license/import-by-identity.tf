import {
  to = rocketchat_license.this
  identity = {
    id = "workspace"
  }
}
