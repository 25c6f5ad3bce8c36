import {
  to = rocketchat_push_settings.this
  id = "push"
}
