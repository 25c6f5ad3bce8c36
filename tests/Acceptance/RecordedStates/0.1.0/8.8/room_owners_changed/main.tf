resource "rocketchat_room_owners" "this" {
  room_id    = "GENERAL"
  user_ids   = ["adminadminadmin01", "carolCarolCarol01", "daveDaveDaveDav01"]
  on_destroy = "remove_added"
}
