# The CLI makes up what the provider would read. No server, no credentials.
mock_provider "rocketchat" {
  mock_resource "rocketchat_room_owner" {
    defaults = {
      room_id = "boardRoomBoard001"
    }
  }
}

run "one_owner_is_refused" {
  command = plan

  variables {
    owners = ["alice"]
  }

  expect_failures = [var.owners]
}

run "each_owner_is_an_object" {
  variables {
    owners = ["alice", "carol"]
  }

  assert {
    condition     = keys(rocketchat_room_owner.board) == ["alice", "carol"]
    error_message = "Each owner must be an object of its own."
  }

  assert {
    condition     = output.room_ids == toset(["boardRoomBoard001"])
    error_message = "All objects must be about the one room."
  }
}
