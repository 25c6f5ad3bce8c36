terraform {
  required_providers {
    rocketchat = {
      source  = "rockettf/rocketchat"
      version = "~> 0.1"
    }
  }
}

# The address and the token come from the environment:
# ROCKETCHAT_URL, ROCKETCHAT_USER_ID and ROCKETCHAT_AUTH_TOKEN.
provider "rocketchat" {}

data "rocketchat_room" "general" {
  name = "general"
}

resource "rocketchat_room_owner" "moderator" {
  room_id  = data.rocketchat_room.general.id
  username = "carol"
}
