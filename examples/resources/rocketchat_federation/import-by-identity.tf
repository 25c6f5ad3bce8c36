import {
  to = rocketchat_federation.this
  identity = {
    id = "federation"
  }
}
