import {
  to = rocketchat_federation.this
  id = "federation"
}
