using Acceptance.Running;

namespace Acceptance;

/// <summary>Any value may be unknown until apply: checks wait, plans go on, one apply is enough.</summary>
public sealed class UnknownValueTests
{
    [Theory, EveryToolchain]
    public async Task Validate_WithVariablesEverywhere_Succeeds(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            variable "text" {
              type = string
            }

            variable "flag" {
              type = bool
            }

            variable "number" {
              type = number
            }

            provider "rocketchat" {
              url                  = var.text
              user_id              = var.text
              auth_token           = var.text
              headers              = { (var.text) = var.text }
              insecure_skip_verify = var.flag
              max_retries          = var.number
              request_timeout      = var.text
            }

            data "rocketchat_room" "this" {
              name = var.text
            }

            data "rocketchat_user" "this" {
              username = var.text
            }

            data "rocketchat_federation_dns" "this" {
              profile       = var.text
              domain        = var.text
              zone          = var.text
              target        = var.text
              port          = var.number
              protocol      = var.text
              delegation    = var.text
              public_key    = var.text
              ttl           = var.number
              verify        = var.flag
              resolvers     = [var.text]
              wait          = { timeout = var.text, interval = var.text }
              fail_if_wrong = var.flag
              ask_server    = var.flag
            }

            resource "rocketchat_room_owner" "this" {
              room_id         = data.rocketchat_room.this.id
              username        = var.text
              on_destroy      = var.text
              allow_ownerless = var.flag
            }
            """);

        (await fixture.Cli.ValidateAsync()).Succeeds();

        Assert.Empty(fixture.Requests);
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithIdsKnownOnlyThen_WorksInOneGo(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "terraform_data" "room" {
              input = "boardRoomBoard001"
            }

            resource "terraform_data" "user" {
              input = "bob"
            }

            data "rocketchat_user" "this" {
              username = terraform_data.user.output
            }

            resource "rocketchat_room_owner" "this" {
              room_id = terraform_data.room.output
              user_id = data.rocketchat_user.this.id
            }
            """);

        (await fixture.Cli.PlanAsync()).HasChanges();
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(["alice", "bob"], fixture.Workspace.OwnersOf("board"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithProviderUrlKnownOnlyThen_WorksInOneGo(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        fixture.Cli.Environment.Remove("ROCKETCHAT_URL");
        fixture.Cli.Write("main.tf", $$"""
            resource "terraform_data" "server" {
              input = "{{fixture.Url}}"
            }

            provider "rocketchat" {
              url = terraform_data.server.output
            }

            {{RoomOwnerTests.AliceOwnsGeneral}}
            """);
        (await fixture.Cli.InitAsync()).Succeeds();

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 2 to add");
        Assert.Empty(fixture.Requests);
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }
}
