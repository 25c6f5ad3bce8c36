using Acceptance.Running;

namespace Acceptance;

/// <summary>The recipe examples/recipes/ci: its policy, and the exit codes that its jobs rely on.</summary>
public sealed class CiGuideTests
{
    private const string NoLastOwner = """owners = {}""";

    private static readonly string Recipe = Repository.PathOf("examples", "recipes", "ci");

    [Fact]
    public async Task Drift_AfterAChangeByHand_IsExitCode2()
    {
        await using var fixture = await StartAsync();
        (await fixture.Cli.ApplyAsync()).Succeeds();
        string[] plan = ["plan", "-input=false", "-no-color", "-lock=false", "-detailed-exitcode"];

        (await fixture.Cli.RunAsync(plan)).HasNoChanges();
        fixture.Workspace.RemoveOwner("announcements", "alice");
        (await fixture.Cli.RunAsync(plan)).HasChanges();
    }

    [Fact]
    public async Task Policy_OnAPlanThatTakesTheLastOwner_NamesTheRoom()
    {
        Assert.SkipUnless(HasJq(), "jq is not installed");
        await using var fixture = await StartAsync();
        fixture.Cli.Write("main.tf", (await ReadAsync("main.tf")).Replace(
            "  username  = each.value\n", "  username  = each.value\n  allow_ownerless = true\n", StringComparison.Ordinal));
        fixture.Cli.Write("board.auto.tfvars", """owners = { announcements = "alice", board = "alice" }""");
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal(["alice"], fixture.Workspace.OwnersOf("board"));

        Assert.Empty(await RefusedAsync(fixture));
        fixture.Cli.Write("board.auto.tfvars", NoLastOwner);

        // The administrator still owns the other room.
        Assert.Equal("board (boardRoomBoard001) would have no owner", await RefusedAsync(fixture));
    }

    private static async Task<string> RefusedAsync(Fixture fixture)
    {
        (await fixture.Cli.RunAsync("plan", "-input=false", "-no-color", "-out=saved.tfplan")).Succeeds();
        fixture.Cli.Write("plan.json", (await fixture.Cli.ShowPlanAsync()).ToJsonString());
        return (await fixture.Cli.RunProgramAsync("jq", "-r", "-f", Path.Combine(Recipe, "last-owner.jq"), "plan.json"))
            .Succeeds().Output.Trim();
    }

    private static async Task<Fixture> StartAsync()
    {
        var fixture = await Fixture.CreateAsync(Toolchain.Shipped);
        fixture.Cli.Delete("provider.tf");
        fixture.Cli.Write("main.tf", await ReadAsync("main.tf"));
        (await fixture.Cli.InitAsync()).Succeeds();
        return fixture;
    }

    private static bool HasJq() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "jq")));

    private static Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(Recipe, file), TestContext.Current.CancellationToken);
}
