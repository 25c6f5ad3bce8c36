using Acceptance.Running;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>How the provider behaves as a process of the CLI: logs, secrets, load, and the ways to connect.</summary>
public sealed class ProcessTests
{
    [Theory, EveryToolchain(AlsoOrdinary = true)]
    public async Task TraceLog_OfWholeRun_HoldsNoSecretAndNoComplaint(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        fixture.Cli.Environment.Remove("ROCKETCHAT_AUTH_TOKEN");
        fixture.Cli.Environment.Remove("ROCKETCHAT_USER_ID");
        fixture.Cli.Environment["ROCKETCHAT_USERNAME"] = DefaultSeed.AdminUsername;
        fixture.Cli.Environment["ROCKETCHAT_PASSWORD"] = DefaultSeed.AdminPassword;

        var log = await TraceAsync(fixture, sandbox => sandbox.ApplyAsync());
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = DefaultSeed.AdminId;
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AdminToken;
        log += await TraceAsync(fixture, sandbox => sandbox.DestroyAsync());

        Assert.Contains("rocketchat", log, StringComparison.Ordinal);
        foreach (var unwanted in new[] { DefaultSeed.AdminPassword,
            DefaultSeed.AdminToken, "failed to exit gracefully", "unexpected data", "panic" })
        {
            Assert.DoesNotContain(unwanted, log, StringComparison.Ordinal);
        }
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithoutPluginTls_Works(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        fixture.Cli.Environment["TF_DISABLE_PLUGIN_TLS"] = "1";

        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain(AlsoOrdinary = true)]
    public async Task Apply_ToProviderInDebugMode_ReattachesAndLeavesItRunning(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        await using var provider = await DebuggedProvider.StartAsync(toolchain.Provider, fixture.Cli.Environment);
        fixture.Cli.Environment["TF_REATTACH_PROVIDERS"] = provider.ReattachVariable;

        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();

        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
        Assert.True(provider.IsRunning);
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithTwoAliases_TalksToBothWorkspaces(Toolchain toolchain)
    {
        await using var one = await Fixture.CreateAsync(toolchain);
        await using var other = await Fixture.CreateAsync(toolchain);
        one.Cli.Write("main.tf", $$"""
            provider "rocketchat" {
              alias = "one"
              url   = "{{one.Url}}"
            }

            provider "rocketchat" {
              alias = "other"
              url   = "{{other.Url}}"
            }

            resource "rocketchat_room_owner" "one" {
              provider = rocketchat.one
              room_id  = "GENERAL"
              username = "alice"
            }

            resource "rocketchat_room_owner" "other" {
              provider = rocketchat.other
              room_id  = "GENERAL"
              username = "bob"
            }
            """);
        (await one.Cli.InitAsync()).Succeeds();

        (await one.Cli.ApplyAsync()).Succeeds();

        Assert.Equal(["admin", "alice"], one.Workspace.OwnersOf("GENERAL"));
        Assert.Equal(["admin", "bob"], other.Workspace.OwnersOf("GENERAL"));
        (await one.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Apply_OfManyOwnersAtOnce_MakesAll(Toolchain toolchain)
    {
        const int many = 60;
        await using var fixture = await Fixture.CreateAsync(toolchain, $$"""
            resource "rocketchat_room_owner" "this" {
              count    = {{many}}
              room_id  = "GENERAL"
              username = "user${count.index}"
            }
            """);
        for (var index = 0; index < many; index++)
        {
            fixture.Workspace.AddUser($"user{index}");
            fixture.Workspace.AddMember("GENERAL", $"user{index}");
        }

        (await fixture.Cli.ApplyAsync("-parallelism=10")).Succeeds().Says($"{many} added");
        Assert.Equal(many + 1, fixture.Workspace.OwnersOf("GENERAL").Count);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithValueLargerThanUsualMessageLimit_Works(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            provider "rocketchat" {
              plan_checks = "off"
            }

            resource "rocketchat_room_owner" "this" {
              room_id  = "GENERAL"
              username = file("long.txt")
            }
            """);
        fixture.Cli.Write("long.txt", new string('x', 5 * 1024 * 1024));

        var plan = await fixture.Cli.PlanAsync();

        Assert.Equal(2, plan.ExitCode);
    }

    [Theory, EveryToolchain]
    public async Task ProviderSchemas_AsJson_ShowWholeSurfaceWithDescriptions(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, "");

        var schemas = (await fixture.Cli.ProviderSchemasAsync())["provider_schemas"]!.AsObject().Single().Value!;

        Assert.True(schemas["provider"]!["block"]!["attributes"]!["auth_token"]!["sensitive"]!.GetValue<bool>());
        Assert.Contains("rocketchat_room_owner", schemas["resource_schemas"]!.AsObject().Select(schema => schema.Key));
        Assert.Equal(
            [
                "rocketchat_federation_dns", "rocketchat_room", "rocketchat_room_owners", "rocketchat_rooms", "rocketchat_server",
                "rocketchat_setting",
                "rocketchat_settings", "rocketchat_user", "rocketchat_users",
            ],
            schemas["data_source_schemas"]!.AsObject().Select(schema => schema.Key).Order(StringComparer.Ordinal));
        var owner = schemas["resource_schemas"]!["rocketchat_room_owner"]!["block"]!;
        Assert.All(owner["attributes"]!.AsObject(), attribute => Assert.NotNull(attribute.Value!["description"]));
    }

    private static async Task<string> TraceAsync(Fixture fixture, Func<Sandbox, Task<CommandResult>> command)
    {
        var file = Path.Combine(fixture.Cli.Folder, "trace.log");
        fixture.Cli.Environment["TF_LOG"] = "TRACE";
        fixture.Cli.Environment["TF_LOG_PATH"] = file;
        (await command(fixture.Cli)).Succeeds();
        fixture.Cli.Environment.Remove("TF_LOG");
        fixture.Cli.Environment.Remove("TF_LOG_PATH");
        var log = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        return log;
    }
}
