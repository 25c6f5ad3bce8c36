using Acceptance.Running;

namespace Acceptance;

/// <summary>Ownership that exists already is taken under management, named by ids or by names.</summary>
public sealed class ImportTests
{
    private const string Address = "rocketchat_room_owner.this";

    private const string BobOwnsOldProject = """
        resource "rocketchat_room_owner" "this" {
          room_id = "oldRoomOldRoom001"
          user_id = "bobBobBobBobBob01"
        }
        """;

    [Theory, EveryToolchain]
    public async Task ImportCommand_ByIds_ThenPlansNothing(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, BobOwnsOldProject);

        (await fixture.Cli.ImportAsync(Address, "oldRoomOldRoom001/bobBobBobBobBob01")).Succeeds();

        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task ImportCommand_ByNames_FindsIds(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, BobOwnsOldProject);

        (await fixture.Cli.ImportAsync(Address, "old-project/bob")).Succeeds();

        Assert.Equal("oldRoomOldRoom001/bobBobBobBobBob01", (await fixture.Cli.ResourceAsync(Address)).Text("id"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("room_owner", "import")]
    [Theory]
    [EveryToolchain("oldRoomOldRoom001/bobBobBobBobBob01")]
    [EveryToolchain("old-project/bob")]
    public async Task ImportBlock_OfOwner_PlansImportOnly(Toolchain toolchain, string id)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, $$"""
            {{BobOwnsOldProject}}

            import {
              to = {{Address}}
              id = "{{id}}"
            }
            """);

        (await fixture.Cli.PlanAsync()).Says("Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("room_owner", "import")]
    [Theory]
    [EveryToolchain("old-project", "room_id/user_id")]
    [EveryToolchain("/bob", "room_id/user_id")]
    [EveryToolchain("old-project/", "room_id/user_id")]
    [EveryToolchain("old-project/nobody", "nobody")]
    [EveryToolchain("no-such-room/bob", "no-such-room")]
    [EveryToolchain("old-project/alice", "alice")]
    public async Task ImportCommand_OfWhatIsNot_SaysWhatIsWrong(Toolchain toolchain, string id, string expected)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, BobOwnsOldProject);

        (await fixture.Cli.ImportAsync(Address, id)).Fails().HasOne("Error").Says(expected);

        Assert.Null((await fixture.Cli.ShowStateAsync())["values"]);
    }
}
