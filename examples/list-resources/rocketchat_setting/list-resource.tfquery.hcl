# What somebody has changed in the administration panel.
list "rocketchat_setting" "changed" {
  provider         = rocketchat
  include_resource = true
  limit            = 1000

  config {
    changed_only = true
  }
}

# All settings of a page of the administration panel (Rocket.Chat up to 8.x).
list "rocketchat_setting" "email" {
  provider = rocketchat
  limit    = 1000

  config {
    group = "Email"
  }
}

# All settings whose ids begin alike.
list "rocketchat_setting" "smtp" {
  provider = rocketchat

  config {
    id_pattern = "SMTP_*"
  }
}
