using Acceptance.Running;

namespace Acceptance;

/// <summary>
/// The CLIs' own mocks: with <c>mock_provider</c> the CLI makes values by the schema, so that a module is tested without any server.
/// </summary>
public sealed class MockedProviderTests
{
    private const string Everything = """
        terraform {
          required_providers {
            rocketchat = {
              source = "rockettf/rocketchat"
            }
          }
        }

        resource "rocketchat_room_owner" "this" {
          room_id = "room"
          user_id = "user"
        }

        resource "rocketchat_room_owners" "this" {
          room_id  = "room"
          user_ids = ["user"]
        }

        resource "rocketchat_push_settings" "named" {
          enabled = true
          apns = {
            key_wo         = "-----BEGIN PRIVATE KEY-----"
            key_wo_version = 1
          }
        }

        resource "rocketchat_push_settings" "unnamed" {
        }

        resource "rocketchat_setting" "this" {
          setting_id = "Site_Name"
          value      = "Chat"
        }

        resource "rocketchat_federation" "this" {
          engine = "native"
          domain = "example.org"
        }

        resource "rocketchat_workspace_registration" "this" {
          accept_privacy_terms = true
          organization_email   = "it@example.org"
        }

        resource "rocketchat_push_test" "this" {
        }

        data "rocketchat_server" "this" {
        }

        data "rocketchat_room" "this" {
          name = "general"
        }

        data "rocketchat_rooms" "this" {
        }

        data "rocketchat_room_owners" "this" {
          room_id = "room"
        }

        data "rocketchat_user" "this" {
          username = "alice"
        }

        data "rocketchat_users" "this" {
        }

        data "rocketchat_setting" "this" {
          setting_id = "Site_Name"
        }

        data "rocketchat_settings" "this" {
        }

        data "rocketchat_federation_dns" "this" {
          domain = "example.org"
        }
        """;

    private const string Tests = """
        mock_provider "rocketchat" {}

        run "plan" {
          command = plan

          assert {
            condition     = rocketchat_setting.this.value == "Chat"
            error_message = "The plan has another value."
          }
        }

        run "apply" {
          command = apply

          assert {
            condition     = rocketchat_push_settings.unnamed.apns == null
            error_message = "An object that nobody set has a value."
          }
        }
        """;

    [Theory, EveryToolchain(Needs = "terraform 1.7, tofu 1.8")]
    public async Task Example_OfTheGuide_PassesWithoutAServer(Toolchain toolchain)
    {
        using var sandbox = new Sandbox(toolchain);
        foreach (var file in (string[])["main.tf", "tests/board.tftest.hcl"])
        {
            var path = Repository.PathOf("examples", "testing-mocked", file);
            sandbox.Write(file, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        }

        (await sandbox.InitAsync()).Succeeds();

        (await sandbox.RunAsync("test", "-no-color")).Succeeds().Says("Success! 2 passed, 0 failed.");
    }

    [Theory, EveryToolchain(Needs = "terraform 1.11, tofu 1.11")]
    public async Task Test_OfEveryTypeWithMocks_PlansAndApplies(Toolchain toolchain)
    {
        using var sandbox = new Sandbox(toolchain);
        sandbox.Write("main.tf", Everything);
        sandbox.Write("tests/all.tftest.hcl", Tests);
        (await sandbox.InitAsync()).Succeeds();

        (await sandbox.RunAsync("test", "-no-color")).Succeeds().Says("2 passed, 0 failed");
    }
}
