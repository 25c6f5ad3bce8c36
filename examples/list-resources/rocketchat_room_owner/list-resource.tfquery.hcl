# Every owner of every room.
list "rocketchat_room_owner" "all" {
  provider = rocketchat
}

# The rooms that depend on one person, and that person.
list "rocketchat_room_owner" "alone" {
  provider         = rocketchat
  include_resource = true
  limit            = 500

  config {
    name_pattern = "*"
    archived     = false
    ownership    = ["single"]
  }
}
