terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "license" {
  description = "License of the workspace, as Rocket.Chat issued it."
  type        = string
  sensitive   = true
}

resource "rocketchat_license" "this" {
  license = var.license
}

output "license_modules" {
  value = rocketchat_license.this.modules
}

# A warning a month before the end.
check "license_is_renewed" {
  assert {
    condition     = try(timecmp(rocketchat_license.this.valid_until, timeadd(plantimestamp(), "720h")) > 0, true)
    error_message = "The license ends at ${coalesce(rocketchat_license.this.valid_until, "-")}."
  }
}
