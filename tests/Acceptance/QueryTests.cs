using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary><c>terraform query</c>: what exists is found, and imported as it was found.</summary>
public sealed class QueryTests
{
    [Theory]
    [EveryToolchain("rocketchat_room_owner", "general / admin", Needs = LeastVersions.OfQueries)]
    [EveryToolchain("rocketchat_room_owners", "old-project", Needs = LeastVersions.OfQueries)]
    [EveryToolchain("rocketchat_setting", "Accounts_AllowAnonymousRead", Needs = LeastVersions.OfQueries)]
    public async Task Query_WithoutArguments_FindsObjects(Toolchain toolchain, string type, string name)
    {
        await using var fixture = await WithAsync(toolchain, $$"""
            list "{{type}}" "all" {
              provider = rocketchat
            }
            """);

        (await QueryAsync(fixture)).Succeeds().Says(name);
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfQueries)]
    public async Task Query_ThatGeneratesConfiguration_ImportsWithoutAnyChange(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """
            list "rocketchat_room_owner" "bob" {
              provider         = rocketchat
              include_resource = true

              config {
                owner_username = "bob"
              }
            }

            list "rocketchat_room_owners" "shared" {
              provider         = rocketchat
              include_resource = true

              config {
                types     = ["channel"]
                ownership = ["single"]
                archived  = false
              }
            }

            list "rocketchat_setting" "smtp" {
              provider         = rocketchat
              include_resource = true

              config {
                id_pattern   = "SMTP_*"
                changed_only = true
              }
            }
            """);
        fixture.Workspace.AddMember("announcements", "alice");
        fixture.Workspace.AddOwner("announcements", "alice");
        fixture.Workspace.SetSetting("SMTP_Host", "smtp.example.org");
        fixture.Workspace.SetSetting("SMTP_Password", "MARKED secret");

        (await QueryAsync(fixture, "-json")).Succeeds().Says("smtp.example.org").DoesNotSay("MARKED").DoesNotSay("announcements");
        (await QueryAsync(fixture, "-generate-config-out=found.tf")).Succeeds();
        (await fixture.Cli.PlanAsync()).Says("5 to import, 0 to add, 0 to change, 0 to destroy").DoesNotSay("MARKED");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        var found = await File.ReadAllTextAsync(Path.Combine(fixture.Cli.Folder, "found.tf"), TestContext.Current.CancellationToken);
        foreach (var unwanted in (string[])["room_name", "username", "on_destroy", "MARKED"])
        {
            Assert.DoesNotContain(unwanted, found, StringComparison.Ordinal);
        }
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfQueries)]
    public async Task Query_WithLimit_ReadsNoMoreThanItShows(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """
            list "rocketchat_room_owners" "one" {
              provider         = rocketchat
              include_resource = true
              limit            = 1
            }
            """);

        (await QueryAsync(fixture)).Succeeds().Says("GENERAL").DoesNotSay("board");

        Assert.DoesNotContain(fixture.Requests, request => request.Contains("groups.roles", StringComparison.Ordinal));
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfQueries)]
    public async Task Query_GroupOfTheAdministrationPanel_FindsItsSettings(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """
            list "rocketchat_setting" "email" {
              provider = rocketchat

              config {
                group        = "Email"
                changed_only = true
              }
            }
            """);
        fixture.Workspace.SetSetting("From_Email", "chat@example.org");
        fixture.Workspace.SetSetting("SMTP_Host", "smtp.example.org");
        fixture.Workspace.SetSetting("Push_production", false);

        (await QueryAsync(fixture)).Succeeds().Says("From_Email").Says("SMTP_Host").DoesNotSay("Push_production");
    }

    [Theory]
    [EveryToolchain("8.8", "Mail", "Group \"Mail\" not found", "`Email`", Needs = LeastVersions.OfQueries)]
    [EveryToolchain("9.0", "Email", "Groups of settings not known", "use `id_pattern`", Needs = LeastVersions.OfQueries)]
    public async Task Query_GroupThatCannotBeFound_SaysWhy(
        Toolchain toolchain, string profile, string group, string summary, string remedy)
    {
        await using var fixture = await WithAsync(
            toolchain,
            $$"""
            list "rocketchat_setting" "all" {
              provider = rocketchat

              config {
                group = "{{group}}"
              }
            }
            """,
            new EmulatorOptions { VersionProfile = profile });

        (await QueryAsync(fixture)).Fails().Says(summary).Says(remedy);
    }

    [Theory]
    [EveryToolchain("rocketchat_setting", "changed_only = true", "Package values not known", Needs = LeastVersions.OfQueries)]
    [EveryToolchain("rocketchat_setting", "id_pattern = \"^Push\"", "Not a wildcard pattern", Needs = LeastVersions.OfQueries)]
    [EveryToolchain("rocketchat_room_owner", "ownership = [\"one\"]", "Invalid value", Needs = LeastVersions.OfQueries)]
    [EveryToolchain("rocketchat_room_owners", "owner_username = \"nobody\"", "User \"nobody\" not found", Needs = LeastVersions.OfQueries)]
    public async Task Query_ThatCannotWork_SaysWhy(Toolchain toolchain, string type, string argument, string summary)
    {
        await using var fixture = await WithAsync(
            toolchain,
            $$"""
            list "{{type}}" "all" {
              provider = rocketchat

              config {
                {{argument}}
              }
            }
            """,
            new EmulatorOptions { VersionProfile = "6.5" });

        (await QueryAsync(fixture)).Fails().Says(summary);
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfQueries)]
    public async Task Examples_FindWhatIsThere(Toolchain toolchain)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("examples", "list-resources"), "*", SearchOption.AllDirectories))
        {
            await using var fixture = await WithAsync(
                toolchain,
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                new EmulatorOptions { VersionProfile = "8.8" });

            (await QueryAsync(fixture)).Succeeds();
        }
    }

    private static Task<CommandResult> QueryAsync(Fixture fixture, params string[] options) =>
        fixture.Cli.RunAsync(["query", "-no-color", .. options]);

    private static async Task<Fixture> WithAsync(Toolchain toolchain, string lists, EmulatorOptions? options = null)
    {
        var fixture = await Fixture.CreateAsync(toolchain, options ?? new EmulatorOptions { VersionProfile = "8.8" });
        fixture.Cli.Write("main.tf", """provider "rocketchat" {}""");
        fixture.Cli.Write("all.tfquery.hcl", lists);
        (await fixture.Cli.InitAsync()).Succeeds();
        return fixture;
    }
}
