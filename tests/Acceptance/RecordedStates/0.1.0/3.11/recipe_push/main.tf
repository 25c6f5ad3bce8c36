resource "rocketchat_workspace_registration" "this" {
  accept_privacy_terms = true
  registration_token   = "registration-token-1"
  organization_email   = "it@example.org"
  site_name            = "Example"
  marketing_emails     = false
}

resource "rocketchat_push_settings" "this" {
  enabled              = true
  show_sender_and_room = true
  show_message         = false
  reload               = true

  gateway = {
    enabled = true
  }

  default_notifications = {
    mobile = "mentions"
  }

  depends_on = [rocketchat_workspace_registration.this]
}

resource "rocketchat_push_test" "this" {
  triggers = {
    workspace = rocketchat_workspace_registration.this.workspace_id
    gateway   = rocketchat_push_settings.this.gateway.url
  }
}

data "rocketchat_room" "board" {
  name = "board"
}

data "rocketchat_user" "bob" {
  username = "bob"
}

resource "rocketchat_room_owner" "bob" {
  count   = 1
  room_id = data.rocketchat_room.board.id
  user_id = data.rocketchat_user.bob.id
}
