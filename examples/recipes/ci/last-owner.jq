# The rooms that a plan would leave without an owner, one a line. Reads the output of `terraform show -json plan.out`.
# The owners from before come from the data source rocketchat_room_owners, which the configuration reads for each room that it manages.

def strings(list): [list[]? | strings];

def objects_of(type): [.. | objects | select(.type? == type)];

([.prior_state, .planned_values] | map(objects_of("rocketchat_room_owners")) | add
  | map(select(.mode? == "data" and .values?.room_id != null) | .values)
  | map({key: .room_id, value: {name: .room_name, before: strings(.user_ids)}}) | from_entries) as $rooms
| [.resource_changes[]? | select(.mode == "managed")] as $changes
| [$changes[] | select(.type == "rocketchat_room_owner" and (.change.actions | index("delete")))
    | .change.before | select(.on_destroy != "keep") | {room: .room_id, user: .user_id}] as $removed
| [$changes[] | select(.type == "rocketchat_room_owner" and (.change.actions | index("create")))
    | .change.after | {room: .room_id, user: .user_id}] as $added
| [$changes[] | select(.type == "rocketchat_room_owners" and .change.after != null) | .change.after.room_id] as $listed
| $rooms | to_entries[]
| . as $room
| select($listed | index($room.key) | not)
| ($room.value.before
    - [$removed[] | select(.room == $room.key) | .user]
    + [$added[] | select(.room == $room.key) | .user]) as $after
| select(($room.value.before | length) > 0 and ($after | length) == 0)
| "\($room.value.name) (\($room.key)) would have no owner"
