terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

data "rocketchat_setting" "site_url" {
  setting_id = "Site_Url"
}

output "site_url" {
  value = data.rocketchat_setting.site_url.value
}
