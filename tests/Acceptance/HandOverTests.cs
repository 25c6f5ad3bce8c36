using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>
/// The recipe examples/recipes/hand-over-rooms: both steps, and that the plan stays empty whatever becomes of the person.
/// </summary>
public sealed class HandOverTests
{
    private static readonly string[] Rooms = ["fair-2019", "library", "treasurer"];

    [Theory, EveryToolchain]
    public async Task Recipe_InTwoSteps_HandsOverEveryRoomAndStaysStable(Toolchain toolchain)
    {
        var folder = Repository.PathOf("examples", "recipes", "hand-over-rooms");
        var seed = Path.Combine(folder, "seed.json");
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { SeedFile = seed });
        fixture.Cli.Delete("provider.tf");
        fixture.Cli.Write("main.tf", await File.ReadAllTextAsync(Path.Combine(folder, "main.tf"), TestContext.Current.CancellationToken));
        fixture.UseFirstAdministratorOf(seed);
        (await fixture.Cli.InitAsync()).Succeeds();

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 7 to add, 0 to change, 0 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.All(Rooms, room => Assert.Equal(["dora", "erik"], fixture.Workspace.OwnersOf(room)));
        Assert.Equal(["secretary"], fixture.Workspace.OwnersOf("welcome"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        // Somebody takes a room away by hand: the list is frozen, so the room does not fall out of the code.
        fixture.Workspace.RemoveOwner("library", "dora");
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.");

        (await fixture.Cli.PlanAsync("-var=done=true")).HasChanges().Says("Plan: 0 to add, 0 to change, 2 to destroy.")
            .DoesNotSay("Last owner");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.All(Rooms, room => Assert.Equal(["erik"], fixture.Workspace.OwnersOf(room)));
        Assert.All(Rooms, room => Assert.Contains("dora", fixture.Workspace.MembersOf(room)));
        (await fixture.Cli.PlanAsync("-var=done=true")).HasNoChanges();

        fixture.Workspace.DeleteUser("dora");
        (await fixture.Cli.PlanAsync("-var=done=true")).HasNoChanges();
        (await fixture.Cli.DestroyAsync("-var=done=true")).Succeeds();
        Assert.All(Rooms, room => Assert.Equal(["erik"], fixture.Workspace.OwnersOf(room)));
    }
}
