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
        await using var stage = await Fixture.CreateAsync(toolchain, new EmulatorOptions { SeedFile = seed });
        stage.Cli.Delete("provider.tf");
        stage.Cli.Write("main.tf", await File.ReadAllTextAsync(Path.Combine(folder, "main.tf"), TestContext.Current.CancellationToken));
        stage.UseFirstAdministratorOf(seed);
        (await stage.Cli.InitAsync()).Succeeds();

        (await stage.Cli.PlanAsync()).HasChanges().Says("Plan: 7 to add, 0 to change, 0 to destroy.");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.All(Rooms, room => Assert.Equal(["dora", "erik"], stage.Workspace.OwnersOf(room)));
        Assert.Equal(["secretary"], stage.Workspace.OwnersOf("welcome"));
        (await stage.Cli.PlanAsync()).HasNoChanges();

        // Somebody takes a room away by hand: the list is frozen, so the room does not fall out of the code.
        stage.Workspace.RemoveOwner("library", "dora");
        (await stage.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.");

        (await stage.Cli.PlanAsync("-var=done=true")).HasChanges().Says("Plan: 0 to add, 0 to change, 2 to destroy.")
            .DoesNotSay("Last owner");
        (await stage.Cli.ApplyPlanAsync()).Succeeds();
        Assert.All(Rooms, room => Assert.Equal(["erik"], stage.Workspace.OwnersOf(room)));
        Assert.All(Rooms, room => Assert.Contains("dora", stage.Workspace.MembersOf(room)));
        (await stage.Cli.PlanAsync("-var=done=true")).HasNoChanges();

        stage.Workspace.DeleteUser("dora");
        (await stage.Cli.PlanAsync("-var=done=true")).HasNoChanges();
        (await stage.Cli.DestroyAsync("-var=done=true")).Succeeds();
        Assert.All(Rooms, room => Assert.Equal(["erik"], stage.Workspace.OwnersOf(room)));
    }
}
