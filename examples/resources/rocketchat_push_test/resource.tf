terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# The test is sent once, and again when the number changes.
resource "rocketchat_push_test" "this" {
  triggers         = { attempt = 1 }
  required_devices = 0
}

output "push_test" {
  value = rocketchat_push_test.this.result
}
