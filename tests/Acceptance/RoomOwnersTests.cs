using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>Exactly these people own the room: what the plan announces, what the apply does, what a destroy leaves.</summary>
public sealed class RoomOwnersTests
{
    internal const string Address = "rocketchat_room_owners.this";

    internal static string Module(string roomId, string more, params string[] users) => $$"""
        resource "rocketchat_room_owners" "this" {
          room_id  = "{{roomId}}"
          user_ids = [{{string.Join(", ", users.Select(user => $"\"{IdOf(user)}\""))}}]
          {{more}}
        }
        """;

    internal static string General(params string[] users) => Module("GENERAL", "", users);

    internal static string IdOf(string user) => user switch
    {
        "admin" => "adminadminadmin01",
        "alice" => "aliceAliceAlice01",
        "bob" => "bobBobBobBobBob01",
        "carol" => "carolCarolCarol01",
        "dave" => "daveDaveDaveDav01",
        _ => user,
    };

    [Theory, EveryToolchain]
    public async Task Lifecycle_FromCreateThroughDriftToDestroy_EachPlanNamesWhoGainsAndLoses(Toolchain toolchain)
    {
        await using var stage = await Stage.SetAsync(toolchain, General("admin", "alice"));

        (await stage.Cli.PlanAsync()).HasChanges().HasOne("Warning").Says("Now `admin` owns the room `general`. Will gain the ownership: `alice`.").DoesNotSay("Will lose");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin", "alice"], stage.Workspace.OwnersOf("GENERAL"));
        (await stage.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
        var state = await stage.Cli.ResourceAsync(Address);
        Assert.Equal("GENERAL", state.Text("id"));
        Assert.Equal("general", state.Text("room_name"));
        Assert.Equal("keep", state.Text("on_destroy"));

        // Swap: bob for alice.
        stage.Cli.Write("main.tf", General("admin", "bob"));
        (await stage.Cli.PlanAsync()).HasChanges().Says("Will gain the ownership: `bob`. Will lose the ownership: `alice`.").Says("0 to add, 1 to change, 0 to destroy");
        stage.ForgetRequests();
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin", "bob"], stage.Workspace.OwnersOf("GENERAL"));
        Assert.Equal(
            ["POST /api/v1/channels.addOwner -> 200", "POST /api/v1/channels.removeOwner -> 200"],
            stage.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal)));

        // Drift in both directions at once.
        stage.Workspace.AddOwner("GENERAL", "carol");
        stage.Workspace.RemoveOwner("GENERAL", "bob");
        (await stage.Cli.PlanAsync()).HasChanges()
            .Says("Became an owner: `carol`. Is no owner any more: `bob`.")
            .Says("Will gain the ownership: `bob`. Will lose the ownership: `carol`.");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["admin", "bob"], stage.Workspace.OwnersOf("GENERAL"));
        (await stage.Cli.PlanAsync()).HasNoChanges();

        (await stage.Cli.DestroyAsync()).Succeeds().Says("`on_destroy` is `keep`");
        Assert.Equal(["admin", "bob"], stage.Workspace.OwnersOf("GENERAL"));
    }

    [Theory, EveryServerVersion]
    public async Task Lifecycle_OnEveryServerVersion_Works(Toolchain toolchain, string version)
    {
        await using var stage = await Stage.SetAsync(toolchain, General("alice", "bob"), new() { VersionProfile = version });

        (await stage.Cli.PlanAsync()).HasChanges().Says("Will gain the ownership: `alice`, `bob`. Will lose the ownership: `admin`.");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["alice", "bob"], stage.Workspace.OwnersOf("GENERAL"));
        (await stage.Cli.PlanAsync()).HasNoChanges();

        // An outsider is found before anything is done, and invited when that is wanted.
        var outsider = stage.Workspace.AddUser("erin");
        stage.Cli.Write("main.tf", General("alice", outsider.Id));
        (await stage.Cli.PlanAsync()).Fails().HasOne("Error").Says("`erin` is not a member of the room `general`").Says("invite_members");
        stage.Cli.Write("main.tf", Module("GENERAL", "invite_members = true", "alice", outsider.Id));
        (await stage.Cli.PlanAsync()).HasChanges().Says("Will be invited to the room first: `erin`.");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(["alice", "erin"], stage.Workspace.OwnersOf("GENERAL"));
        (await stage.Cli.PlanAsync()).HasNoChanges();
        (await stage.Cli.DestroyAsync()).Succeeds();
    }
}
