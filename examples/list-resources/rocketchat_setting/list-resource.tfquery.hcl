# What somebody has changed in the administration panel.
list "rocketchat_setting" "changed" {
  provider         = rocketchat
  include_resource = true
  limit            = 1000

  config {
    changed_only = true
  }
}

# All settings whose ids begin alike.
list "rocketchat_setting" "smtp" {
  provider = rocketchat

  config {
    id_pattern = "SMTP_*"
  }
}
