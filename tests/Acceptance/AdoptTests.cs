using Acceptance.Running;

namespace Acceptance;

/// <summary>The recipe examples/recipes/adopt-rooms: the inventory, both forms of import, and a second plan without changes.</summary>
public sealed class AdoptTests
{
    private static readonly string Recipe = Repository.PathOf("examples", "recipes", "adopt-rooms");

    [Theory, EveryToolchain]
    public async Task Recipe_WithBlocksOfTheInventory_ImportsEveryOwnedRoomAndNothingElse(Toolchain toolchain)
    {
        await using var inventory = await InventoryAsync(toolchain);
        var blocks = (await inventory.Cli.RunAsync("output", "-raw", "import_blocks")).Succeeds().Output;
        await ImportAsync(inventory, blocks);
    }

    [Theory, EveryToolchain(Needs = "terraform 1.7, tofu 1.7")]
    public async Task Recipe_WithOneBlockForAllRooms_ImportsEveryOwnedRoomAndNothingElse(Toolchain toolchain)
    {
        await using var inventory = await InventoryAsync(toolchain);
        await ImportAsync(inventory, await ReadAsync("import.tf"));
    }

    private static async Task<Fixture> InventoryAsync(Toolchain toolchain)
    {
        var fixture = await Fixture.CreateAsync(toolchain);
        fixture.Cli.Delete("provider.tf");
        fixture.Cli.Write("main.tf", await ReadAsync("inventory", "main.tf"));
        (await fixture.Cli.InitAsync()).Succeeds();
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("0 added, 0 changed, 0 destroyed");
        return fixture;
    }

    private static async Task ImportAsync(Fixture inventory, string blocks)
    {
        var owners = (await inventory.Cli.RunAsync("output", "-json", "owners")).Succeeds().Output;
        inventory.Cli.Write("owners.json", owners);
        inventory.Cli.Write("main.tf", await ReadAsync("main.tf"));
        inventory.Cli.Write("import.tf", blocks);
        var before = inventory.Workspace.OwnersOf("board");

        (await inventory.Cli.PlanAsync()).Says("Plan: 5 to import, 0 to add, 0 to change, 0 to destroy.");
        (await inventory.Cli.ApplyPlanAsync()).Succeeds();
        inventory.Cli.Delete("import.tf");
        (await inventory.Cli.PlanAsync()).HasNoChanges();
        Assert.Equal(before, inventory.Workspace.OwnersOf("board"));
    }

    private static Task<string> ReadAsync(params string[] path) =>
        File.ReadAllTextAsync(Path.Combine([Recipe, .. path]), TestContext.Current.CancellationToken);
}
