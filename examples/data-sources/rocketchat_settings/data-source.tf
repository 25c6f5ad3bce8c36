terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

data "rocketchat_settings" "push" {
  prefix = "Push_"
}

output "push_settings" {
  value = data.rocketchat_settings.push.ids
}
