# Federates two Rocket.Chat servers (up to 6.2) and creates their records in the DNS zone of both, in one apply.
# nsupdate creates the records with a dynamic update (RFC 2136). With another DNS host, replace terraform_data.records by its resource.

terraform {
  required_providers {
    rocketchat = {
      source = "rockettf/rocketchat"
    }
  }
}

variable "servers" {
  description = "The two servers: the addresses for the provider, and the addresses for other servers."
  type = map(object({
    url        = string
    user_id    = string
    auth_token = string
    domain     = string
    target     = string
    port       = number
    protocol   = string
  }))
  sensitive = true
}

variable "zone" {
  description = "DNS zone that contains both domains."
  type        = string
}

variable "name_server" {
  description = "Address of the zone's primary name server, which accepts the updates."
  type        = string
}

variable "name_server_port" {
  type    = number
  default = 53
}

variable "update_command" {
  description = "Command that reads an update from standard input and sends it: BIND's nsupdate, or \"node update.mjs\" if nsupdate is missing."
  type        = string
  default     = "nsupdate"
}

locals {
  servers = nonsensitive({ for key, server in var.servers : key => {
    domain   = server.domain
    target   = server.target
    port     = server.port
    protocol = server.protocol
  } })
}

provider "rocketchat" {
  alias      = "one"
  url        = var.servers.one.url
  user_id    = var.servers.one.user_id
  auth_token = var.servers.one.auth_token
}

provider "rocketchat" {
  alias      = "two"
  url        = var.servers.two.url
  user_id    = var.servers.two.user_id
  auth_token = var.servers.two.auth_token
}

data "rocketchat_federation_dns" "one" {
  provider = rocketchat.one
  domain   = local.servers.one.domain
  zone     = var.zone
  target   = local.servers.one.target
  port     = local.servers.one.port
  protocol = local.servers.one.protocol
}

data "rocketchat_federation_dns" "two" {
  provider = rocketchat.two
  domain   = local.servers.two.domain
  zone     = var.zone
  target   = local.servers.two.target
  port     = local.servers.two.port
  protocol = local.servers.two.protocol
}

resource "terraform_data" "records" {
  for_each = {
    one = data.rocketchat_federation_dns.one.records
    two = data.rocketchat_federation_dns.two.records
  }

  triggers_replace = [for record in each.value : record.zone_file_line]
  input = {
    command = var.update_command
    add = join("\n", concat(
      ["server ${var.name_server} ${var.name_server_port}", "zone ${var.zone}"],
      [for record in each.value : "update delete ${record.absolute_name} ${record.type}"],
      [for record in each.value : "update add ${record.zone_file_line}"],
      ["send"],
    ))
    remove = join("\n", concat(
      ["server ${var.name_server} ${var.name_server_port}", "zone ${var.zone}"],
      [for record in each.value : "update delete ${record.absolute_name} ${record.type}"],
      ["send"],
    ))
  }

  provisioner "local-exec" {
    command     = "printf '%s\\n' \"$UPDATE\" | ${self.input.command}"
    environment = { UPDATE = self.input.add }
  }

  provisioner "local-exec" {
    when        = destroy
    command     = "printf '%s\\n' \"$UPDATE\" | ${self.input.command}"
    environment = { UPDATE = self.input.remove }
  }
}

resource "rocketchat_federation" "one" {
  provider = rocketchat.one
  engine   = "legacy"
  domain   = local.servers.one.domain
  target   = local.servers.one.target
  port     = local.servers.one.port
  protocol = local.servers.one.protocol

  wait_for_dns = {
    timeout   = "1m"
    interval  = "2s"
    resolvers = ["${var.name_server}:${var.name_server_port}"]
  }

  depends_on = [terraform_data.records]
}

resource "rocketchat_federation" "two" {
  provider = rocketchat.two
  engine   = "legacy"
  domain   = local.servers.two.domain
  target   = local.servers.two.target
  port     = local.servers.two.port
  protocol = local.servers.two.protocol

  wait_for_dns = {
    timeout   = "1m"
    interval  = "2s"
    resolvers = ["${var.name_server}:${var.name_server_port}"]
  }

  depends_on = [terraform_data.records]
}
