# Values for two emulated servers, started as in the README.

zone             = "example.org"
name_server      = "127.0.0.1"
name_server_port = 5353
update_command   = "node update.mjs"

servers = {
  one = {
    url        = "http://127.0.0.1:3001"
    user_id    = "adminadminadmin01"
    auth_token = "emulated-personal-access-token-of-the-admin"
    domain     = "one.example.org"
    target     = "one.example.org"
    port       = 3001
    protocol   = "http"
  }
  two = {
    url        = "http://127.0.0.1:3002"
    user_id    = "adminadminadmin02"
    auth_token = "emulated-personal-access-token-of-server-two"
    domain     = "two.example.org"
    target     = "two.example.org"
    port       = 3002
    protocol   = "http"
  }
}
