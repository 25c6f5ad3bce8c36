import {
  to = rocketchat_push_settings.this
  identity = {
    id = "push"
  }
}
