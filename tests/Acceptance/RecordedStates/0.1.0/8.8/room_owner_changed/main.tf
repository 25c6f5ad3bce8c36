resource "rocketchat_room_owner" "this" {
  room_id         = "GENERAL"
  username        = "bob"
  on_destroy      = "remove"
  allow_ownerless = true
}
