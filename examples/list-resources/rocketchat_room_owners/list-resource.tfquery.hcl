# Every room that can have owners.
list "rocketchat_room_owners" "all" {
  provider = rocketchat
}

# Private rooms that nobody can manage.
list "rocketchat_room_owners" "unmanaged" {
  provider         = rocketchat
  include_resource = true

  config {
    types     = ["private"]
    ownership = ["none", "inactive"]
  }
}
