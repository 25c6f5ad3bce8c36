import {
  to = rocketchat_license.this
  id = "workspace"
}
