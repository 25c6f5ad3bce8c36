resource "rocketchat_federation" "this" {
  engine   = "legacy"
  domain   = "chat.example.org"
  target   = "chat.example.org"
  port     = 60080
  protocol = "http"

  wait_for_dns = {
    timeout   = "1s"
    interval  = "1s"
    resolvers = ["127.0.0.1:60053"]
  }

  public_key = "-----BEGIN PUBLIC KEY-----MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmVZKKiF04Ucxwfle0B8lPKF4lvwCfWHMU4gKajp6ilJQlKHYewV7Wd00pu0fGm2g0xewz7DpBs9NrXQK1NvRRoTNSfC3NS/dWaRXxJyp41Q1qcJyYpNBXIFGasGfhD6xtfvfPS5zhvsmjaaVB3qOOngNbBfUFC/W83jffPGYnRBtzyGbFdXxAiN+o6XjFFXRtZyjv/swPf2NhRUsy44G6X7cM8piToLTDUAAuRHABbnDf1LeD+jz6JmaJUWWfL5Q3lUAsgs7qdbTmxaiW2BgrEBo9j1j5ZMAro3b/89gu6dtlJO8hFY5tOfVzi9Rslq6L/hU/6RjC5VpDzL2iZTIwQIDAQAB-----END PUBLIC KEY-----"
  on_destroy = "keep"
}
