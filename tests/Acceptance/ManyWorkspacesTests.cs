using Acceptance.Running;

namespace Acceptance;

/// <summary>The guide <em>Many workspaces</em>: one module and one state for each workspace, and one report about all of them.</summary>
public sealed class ManyWorkspacesTests
{
    private static readonly string Recipe = Repository.PathOf("examples", "recipes", "many-workspaces");

    [Theory, EveryToolchain]
    public async Task Recipe_OfThreeWorkspaces_ManagesEachByItself(Toolchain toolchain)
    {
        await using var a = await Fixture.CreateAsync(toolchain);
        await using var b = await Fixture.CreateAsync(toolchain);
        await using var c = await Fixture.CreateAsync(toolchain);
        a.Cli.Delete("provider.tf");
        a.Cli.Write("modules/workspace/main.tf", await ReadAsync("modules", "workspace"));
        foreach (var (name, fixture) in ((string, Fixture)[])[("chat-a", a), ("chat-b", b), ("chat-c", c)])
        {
            var main = await ReadAsync(name);
            a.Cli.Write($"{name}/main.tf", main.Replace($"https://{name}.example.org", fixture.Url.AbsoluteUri, StringComparison.Ordinal));
            (await a.Cli.RunAsync($"-chdir={name}", "init", "-input=false", "-no-color")).Succeeds();
            (await a.Cli.RunAsync($"-chdir={name}", "apply", "-input=false", "-no-color", "-auto-approve")).Succeeds();
            (await a.Cli.RunAsync($"-chdir={name}", "plan", "-input=false", "-no-color", "-detailed-exitcode")).HasNoChanges();
        }

        Assert.Equal(["admin", "alice"], a.Workspace.OwnersOf("general"));
        Assert.Equal(["admin", "bob", "carol"], b.Workspace.OwnersOf("general"));
        Assert.Equal(["admin", "alice", "bob"], c.Workspace.OwnersOf("general"));
        Assert.Equal("Chat B", b.Workspace.GetSetting("Site_Name")!.GetValue<string>());
    }

    [Fact]
    public async Task Commands_OnAListOfThree_GoOnAfterAFailure()
    {
        await using var a = await Fixture.CreateAsync(Toolchain.Shipped);
        await using var b = await Fixture.CreateAsync(Toolchain.Shipped);
        a.Cli.Environment["CHAT_TOKEN"] = a.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"];
        a.Cli.Write("workspaces.txt", $"""
            # address, account, variable of the token
            {a.Url} adminadminadmin01 CHAT_TOKEN
            {b.Url} adminadminadmin01 CHAT_TOKEN
            http://127.0.0.1:1 adminadminadmin01 CHAT_TOKEN
            """);

        var doctor = await RunAsync(a, "doctor", "--workspaces", "workspaces.txt", "--max-retries", "0");
        var export = await RunAsync(a, "export", "--workspaces", "workspaces.txt", "--out", "exports", "--max-retries", "0");

        doctor.Expect(doctor.ExitCode == 1, "to end with exit code 1")
            .Says("Workspace Version Errors Warnings").Says("http://127.0.0.1:1 1 0");
        export.Expect(export.ExitCode == 1, "to end with exit code 1").Says("http://127.0.0.1:1 Rocket.Chat cannot be reached");
        var folders = Directory.GetDirectories(Path.Combine(a.Cli.Folder, "exports"));
        Assert.Equal(2, folders.Length);
        Assert.All(folders, folder => Assert.True(File.Exists(Path.Combine(folder, "rooms.tf"))));
    }

    private static Task<CommandResult> RunAsync(Fixture fixture, params string[] arguments) =>
        fixture.Cli.RunProgramAsync(Toolchain.Shipped.Provider.Binary, arguments);

    private static Task<string> ReadAsync(params string[] folder) =>
        File.ReadAllTextAsync(Path.Combine([Recipe, .. folder, "main.tf"]), TestContext.Current.CancellationToken);
}
