# The server and the credentials come from the environment, see run.sh.

run "a_board_of_one_is_refused" {
  command = plan

  variables {
    board = ["ada"]
  }

  expect_failures = [var.board]
}

run "the_plan_makes_each_of_the_board_an_owner" {
  command = plan

  assert {
    condition     = keys(rocketchat_room_owner.board) == ["ada", "ben"]
    error_message = "Some board members do not become owners."
  }
}

run "the_board_owns_the_room" {
  assert {
    condition     = output.owners == { ada = "adaAdaAdaAdaAda01", ben = "benBenBenBenBen01" }
    error_message = "The owners are ${jsonencode(output.owners)}."
  }
}

run "after_an_election_the_new_board_owns_the_room" {
  variables {
    board = ["ben", "cleo"]
  }

  assert {
    condition     = keys(output.owners) == ["ben", "cleo"]
    error_message = "The owners are ${jsonencode(output.owners)}."
  }
}
