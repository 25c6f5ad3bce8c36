using System.Text.Json;
using System.Text.RegularExpressions;
using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The command <c>export</c>: what it writes is complete, and plans nothing but imports.</summary>
public sealed partial class ExportTests
{
    private const string Secret = "hunter2-is-the-secret";

    private static readonly string[] HostileNames =
    [
        "two\nlines }\nresource \"rocketchat_setting\" \"evil\" {",
        "*/ ends a comment /*",
        "a \"quote\" and \\",
        "\u202Egnirts-desrever",
        "${file(\"/etc/passwd\")} %{ if true }",
        "../../outside",
        "équipe 東京 🚀",
        "same name", "same name",
    ];

    [Theory]
    [EveryServerVersion]
    [EveryToolchain("8.6", Needs = "terraform 1.5, tofu 1.6")]
    public async Task Export_OfEachServerVersion_PlansOnlyImports(Toolchain toolchain, string version)
    {
        var options = new EmulatorOptions { VersionProfile = version, Seed = OddSeed(version) };
        await using var fixture = await Fixture.CreateAsync(toolchain, options);

        var files = await RoundTripAsync(fixture, toolchain);

        Assert.DoesNotContain(Secret, string.Concat(files.Values), StringComparison.Ordinal);
        Assert.Equal(HostileNames.Length + (version == "3.11" ? 0 : 1), Resource().Count(files["rooms.tf"]));
    }

    [Theory, EveryToolchain(Needs = "terraform 1.5, tofu 1.6")]
    public async Task Export_OfOddWorkspace_PlansOnlyImports(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { Seed = OddSeed(furtherRooms: 300) });
        fixture.Workspace.Register();

        var files = await RoundTripAsync(fixture, toolchain);

        Assert.Contains("rocketchat_workspace_registration", files["push.tf"], StringComparison.Ordinal);
        Assert.Contains("engine  = \"native\"", files["federation.tf"], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, string.Concat(files.Values), StringComparison.Ordinal);
        Assert.Contains("`SMTP_Password`", files["README.md"], StringComparison.Ordinal);
        Assert.Contains("`room nobody ", files["README.md"], StringComparison.Ordinal);
        Assert.Equal(HostileNames.Length + 301, Resource().Count(files["rooms.tf"]));
    }

    [Theory, EveryToolchain(Needs = "terraform 1.5, tofu 1.6")]
    public async Task Export_OfOwnersOneByOneAndAllSettings_PlansOnlyImports(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { Seed = OddSeed() });

        var files = await RoundTripAsync(fixture, toolchain, "--additive", "--all-settings");

        Assert.DoesNotContain("rocketchat_room_owners", files["rooms.tf"], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, string.Concat(files.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WithFilters_WritesThatPartOnly()
    {
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped);

        (await ExportAsync(fixture, Toolchain.Shipped, "part", "--only", "owners", "--rooms", "*board*")).Succeeds();

        var files = ReadFolder(fixture, "part");
        Assert.Equal(["README.md", "imports.tf", "rooms.tf", "versions.tf"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Single(Resource().Matches(files["rooms.tf"]));
    }

    [Fact]
    public async Task Export_IntoFolderWithContent_OverwritesNothing()
    {
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped);

        var result = await ExportAsync(fixture, Toolchain.Shipped, ".");

        result.Expect(result.ExitCode == 2, "to end with exit code 2").Says("Error: Folder is not empty");
        Assert.Empty(fixture.Requests);
    }

    [Fact]
    public async Task Export_ThatIsInterrupted_LeavesNoFolder()
    {
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped);
        fixture.Faults.Add(new Fault { Kind = FaultKind.Latency, Path = "/api/v1/settings*", Milliseconds = 60_000 });
        using var export = fixture.Cli.StartProgram(Toolchain.Shipped.Provider.Binary, "export", "--out", "stopped");
        while (!fixture.Requests.Any(request => request.Contains("rooms.adminRooms", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        await export.InterruptAsync();

        var result = await export.FinishAsync();
        result.Expect(result.ExitCode == 2, "to end with exit code 2").Says("Stopped.");
        Assert.Equal(["provider.tf"], Directory.EnumerateFileSystemEntries(fixture.Cli.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Export_OfServerThatIsGone_LeavesNoFolder()
    {
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped);
        fixture.Cli.Environment["ROCKETCHAT_URL"] = "http://127.0.0.1:1";

        var result = await ExportAsync(fixture, Toolchain.Shipped, "gone", "--max-retries", "0");

        result.Expect(result.ExitCode == 2, "to end with exit code 2").Says("Error: Rocket.Chat cannot be reached");
        Assert.Equal(["provider.tf"], Directory.EnumerateFileSystemEntries(fixture.Cli.Folder).Select(Path.GetFileName));
    }

    private static async Task<IReadOnlyDictionary<string, string>> RoundTripAsync(
        Fixture fixture, Toolchain toolchain, params string[] options)
    {
        (await ExportAsync(fixture, toolchain, "exported", options)).Succeeds();
        var files = ReadFolder(fixture, "exported");
        var imports = Import().Count(files["imports.tf"]);
        var cli = fixture.Cli;
        (await cli.RunAsync("fmt", "-check", "-diff", "-recursive", "exported")).Succeeds();
        (await cli.RunAsync("-chdir=exported", "init", "-input=false", "-no-color")).Succeeds();
        (await cli.RunAsync("-chdir=exported", "plan", "-input=false", "-no-color", "-out=saved.tfplan")).Succeeds()
            .Says($"Plan: {imports} to import, 0 to add, 0 to change, 0 to destroy.");
        fixture.ForgetRequests();
        (await cli.RunAsync("-chdir=exported", "apply", "-input=false", "-no-color", "saved.tfplan")).Succeeds();
        Assert.All(fixture.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        (await cli.RunAsync("-chdir=exported", "plan", "-input=false", "-no-color", "-detailed-exitcode")).HasNoChanges();
        (await ExportAsync(fixture, toolchain, "again", options)).Succeeds();
        Assert.Equal(files, ReadFolder(fixture, "again"));
        return files;
    }

    private static Task<CommandResult> ExportAsync(Fixture fixture, Toolchain toolchain, string folder, params string[] options) =>
        fixture.Cli.RunProgramAsync(toolchain.Provider.Binary, ["export", "--out", folder, .. options]);

    private static Dictionary<string, string> ReadFolder(Fixture fixture, string folder) =>
        Directory.EnumerateFiles(Path.Combine(fixture.Cli.Folder, folder))
            .Where(file => Path.GetExtension(file) is ".tf" or ".md")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    private static WorkspaceSeed OddSeed(string version = "9.0", int furtherRooms = 0)
    {
        var hasLicenses = version is "8.8" or "9.0";
        var hasTeams = version is not "3.11";
        var team = new RoomSeed
        {
            Id = "teamTeamTeamTeam2",
            Name = "a-team",
            Fname = "A \"team\"",
            Type = "p",
            TeamId = "teamTeamTeamTeam1",
            TeamMain = true,
            Members = [new MemberSeed { Username = "bob", Roles = ["owner"] }],
        };
        var seed = SmallWorkspace.With(
        [
            .. HostileNames.Select((name, n) => new RoomSeed
            {
                Id = $"hostile{n:D10}",
                Name = $"Random{n}",
                Fname = name,
                Type = n % 2 == 0 ? "c" : "p",
                Prid = "hostile0000000001",
                Archived = n == 3,
                Members =
                [
                    new MemberSeed { Username = "alice", Roles = ["owner"] },
                    new MemberSeed { Username = "gone", Roles = n == 4 ? ["owner"] : [] },
                ],
            }),
            .. Enumerable.Range(0, furtherRooms).Select(n => new RoomSeed
            {
                Id = $"further{n:D10}",
                Name = $"further-{n}",
                Type = "c",
                Members = [new MemberSeed { Username = "alice", Roles = ["owner"] }],
            }),
            .. hasTeams ? [team] : (RoomSeed[])[],
            new RoomSeed { Id = "nobodyNobody00001", Name = "nobody", Type = "c", Members = [new MemberSeed { Username = "alice" }] },
        ]);
        seed.Users = [.. seed.Users, new UserSeed { Id = "goneGoneGoneGone1", Username = "gone", Active = false }];
        var settings = new Dictionary<string, JsonElement>
        {
            ["Register_Server"] = JsonSerializer.SerializeToElement(true),
            ["Cloud_Service_Agree_PrivacyTerms"] = JsonSerializer.SerializeToElement(true),
            ["Organization_Name"] = JsonSerializer.SerializeToElement("Équipe \"03\""),
            ["SMTP_Password"] = JsonSerializer.SerializeToElement(Secret),
            ["Push_apn_key"] = JsonSerializer.SerializeToElement(Secret),
            ["Layout_Home_Body"] = JsonSerializer.SerializeToElement("<p>\"${x}\" %{y} $${z} \\n\n\ttwo</p>\r\n"),
            ["Message_MaxAllowedSize"] = JsonSerializer.SerializeToElement(1234.5),
            ["Accounts_Default_User_Preferences_desktopNotifications"] = JsonSerializer.SerializeToElement("mentions"),
        };
        if (hasLicenses)
        {
            settings["Federation_Service_Enabled"] = JsonSerializer.SerializeToElement(true);
            settings["Federation_Service_Domain"] = JsonSerializer.SerializeToElement("chat.example.org");
            settings["Federation_Service_Allow_List"] = JsonSerializer.SerializeToElement("a.example,b.example");
        }

        seed.Settings = settings;
        seed.License = hasLicenses;
        return seed;
    }

    [GeneratedRegex("^resource \"rocketchat_\\w+\" \"\\w+\" \\{$", RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex("^import \\{$", RegexOptions.Multiline)]
    private static partial Regex Import();
}
