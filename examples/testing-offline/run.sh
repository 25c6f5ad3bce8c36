#!/bin/sh
# Tests the module of this folder against an emulated Rocket.Chat.
#   ./run.sh [CLI]     terraform (the default), tofu, or a path
set -eu
cd "$(dirname "$0")"
cli=${1:-terraform}

# The emulator uses a free port and prints it in its first line. It always stops when this script ends.
home=$(mktemp -d)
mkfifo "$home/output"
"${ROCKETCHAT_EMULATOR:-rocketchat-emulator}" --url http://127.0.0.1:0 --seed seed.json >"$home/output" &
emulator=$!
trap 'kill $emulator || true; wait $emulator || true; rm -rf "$home"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
exec 3<"$home/output"
read -r _ _ ROCKETCHAT_URL <&3

# The first user of seed.json.
export ROCKETCHAT_URL
export ROCKETCHAT_USER_ID=secretarySecret01
export ROCKETCHAT_AUTH_TOKEN=only-for-the-emulator-personal-access-token

"$cli" init -input=false
"$cli" test

# Test again with a server that is too busy for the first change of an owner.
curl -fsS "$ROCKETCHAT_URL/_emulator/faults" -H 'Content-Type: application/json' -d '{
  "kind": "status", "status": 429, "method": "POST", "count": 1, "headers": { "Retry-After": "1" }
}' >/dev/null
"$cli" test
curl -fsS "$ROCKETCHAT_URL/_emulator/requests" | grep '"status":429' >/dev/null
