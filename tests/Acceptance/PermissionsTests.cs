using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The command <c>permissions</c>: an account with exactly the permissions that it lists can apply the plan.</summary>
public sealed class PermissionsTests
{
    private const string Role = "terraform";

    private const string Module = """
        resource "rocketchat_room_owners" "board" {
          room_name = "board"
          user_ids  = ["aliceAliceAlice01", "bobBobBobBobBob01"]
        }

        resource "rocketchat_room_owner" "general" {
          room_name = "general"
          username  = "alice"
        }

        resource "rocketchat_push_settings" "this" {
          show_message = false
        }

        resource "rocketchat_setting" "size" {
          setting_id = "Message_MaxAllowedSize"
          value      = 1234
          on_destroy = "restore"
        }

        resource "rocketchat_workspace_registration" "this" {
          accept_privacy_terms = true
          registration_token   = "a-token-of-the-cloud"
        }

        data "rocketchat_rooms" "all" {}
        """;

    [Theory, EveryToolchain]
    public async Task Role_WithThePermissionsOfThePlan_AppliesIt(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module, Options());
        (await fixture.Cli.PlanAsync()).HasChanges();
        fixture.Cli.Write("plan.json", (await fixture.Cli.ShowPlanAsync()).ToJsonString());
        var listed = await PermissionsAsync(fixture, toolchain, "--offline", "--json", "plan.json");
        var permissions = JsonNode.Parse(listed.Succeeds().Output)!["permissions"]!.AsArray()
            .Select(entry => entry!["permission"]!.GetValue<string>())
            .ToList();

        UseAccountWith(fixture, permissions);
        (await PermissionsAsync(fixture, toolchain, "plan.json")).Succeeds().Says("The account terraform has all of them.");
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();

        fixture.Workspace.Grant("set-owner", "admin", "owner");
        var lacking = await PermissionsAsync(fixture, toolchain, "plan.json");
        lacking.Expect(lacking.ExitCode == 1, "to end with exit code 1").Says("set-owner: LACKS");
    }

    [Fact]
    public async Task Permissions_OfWhatIsNoPlan_SaysSo()
    {
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped);

        var result = await PermissionsAsync(fixture, Toolchain.Shipped, "--offline", "provider.tf");

        result.Expect(result.ExitCode == 2, "to end with exit code 2").Says("Error: Not the JSON of a plan");
    }

    [Fact]
    public async Task Permissions_OfAType_ListsThoseForInvitationsOnRequest()
    {
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped);

        (await PermissionsAsync(fixture, Toolchain.Shipped, "--offline", "rocketchat_room_owner"))
            .Succeeds().Says("set-owner").DoesNotSay("add-user-to-any-p-room");
        (await PermissionsAsync(fixture, Toolchain.Shipped, "--offline", "--invite", "rocketchat_room_owner"))
            .Succeeds().Says("add-user-to-any-p-room");
    }

    private static EmulatorOptions Options() => new() { Seed = Seed() };

    private static WorkspaceSeed Seed()
    {
        var seed = SmallWorkspace.With(
            new RoomSeed { Id = "GENERAL", Name = "general", Type = "c", Members = [Member("admin", "owner"), Member("alice")] },
            new RoomSeed { Id = "boardRoomBoard001", Name = "board", Type = "p", Members = [Member("alice", "owner"), Member("bob")] });
        seed.Roles = [new RoleSeed { Id = Role }];
        seed.Settings = new Dictionary<string, JsonElement>
        {
            // The limit would have the account wait for minutes.
            ["API_Enable_Rate_Limiter"] = JsonSerializer.SerializeToElement(false),
        };
        return seed;
    }

    private static MemberSeed Member(string username, params string[] roles) => new() { Username = username, Roles = roles };

    // No other role: what the account may do is exactly the list.
    private static void UseAccountWith(Fixture fixture, IEnumerable<string> permissions)
    {
        var account = fixture.Workspace.AddUser(Role, null, Role);
        foreach (var permission in permissions)
        {
            fixture.Workspace.Grant(permission, "admin", "owner", Role);
        }

        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = account.Id;
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] =
            fixture.Workspace.AddPersonalAccessToken(Role, "terraform", bypassTwoFactor: true);
    }

    private static Task<CommandResult> PermissionsAsync(Fixture fixture, Toolchain toolchain, params string[] arguments) =>
        fixture.Cli.RunProgramAsync(toolchain.Provider.Binary, ["permissions", .. arguments]);
}
