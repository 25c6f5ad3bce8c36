terraform {
  required_version = ">= 1.14"

  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

# A test notification after each change of the push settings.
action "rocketchat_push_test" "own_devices" {
  config {
    required_devices = 0
  }
}

resource "rocketchat_push_settings" "this" {
  enabled = true

  lifecycle {
    action_trigger {
      events  = [after_create, after_update]
      actions = [action.rocketchat_push_test.own_devices]
    }
  }
}
