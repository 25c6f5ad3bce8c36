using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The test notification: sent on create and when something that it depends on changes.</summary>
public sealed class PushTestTests
{
    private const string Address = "rocketchat_push_test.this";

    [BehaviorRow("push_test", "no-device")]
    [Theory, EveryServerVersion]
    public async Task Create_WithoutDevice_SucceedsAndSaysSo(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Test(""), new EmulatorOptions { VersionProfile = version });

        (await fixture.Cli.ApplyAsync()).Succeeds().DoesNotSay("Warning");

        var state = await fixture.Cli.ResourceAsync(Address);
        Assert.Equal(0, state["devices"]!.GetValue<int>());
        Assert.Contains("no device", state.Text("result"), StringComparison.Ordinal);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    [BehaviorRow("push_test", "new")]
    [Theory, EveryServerVersion]
    public async Task Create_WithDevice_CountsIt(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Test("required_devices = 1"), new EmulatorOptions { VersionProfile = version });
        fixture.Workspace.AddDevice("admin", "a-push-token");

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal(1, (await fixture.Cli.ResourceAsync(Address))["devices"]!.GetValue<int>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("push_test", "changed")]
    [BehaviorRow("push_test", "unchanged")]
    [Theory, EveryToolchain]
    public async Task Change_OfTrigger_SendsAgainAndNothingElseDoes(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Test("triggers = { gateway = \"a\" }"));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal(1, Sent(fixture));

        fixture.Workspace.AddDevice("admin", "a-push-token");
        fixture.Cli.Write("main.tf", Test("triggers = { gateway = \"b\" }"));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("0 to add, 1 to change, 0 to destroy");
        Assert.Equal(1, Sent(fixture));
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(2, Sent(fixture));
        Assert.Equal(1, (await fixture.Cli.ResourceAsync(Address))["devices"]!.GetValue<int>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("push_test", "no-device")]
    [Theory, EveryToolchain]
    public async Task Create_WithTooFewDevices_FailsAndConvergesLater(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Test("required_devices = 1"));

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Too few devices").Says("required_devices").Says("mobile app");
        Assert.Null((await fixture.Cli.ShowStateAsync())["values"]);

        fixture.Workspace.AddDevice("admin", "a-push-token");
        (await fixture.Cli.ApplyAsync()).Succeeds();
    }

    [BehaviorRow("push_test", "new")]
    [Theory]
    [EveryToolchain("3.11")]
    [EveryToolchain("6.5")]
    [EveryToolchain("8.8")]
    public async Task Create_WhilePushIsOff_SaysWhatToTurnOn(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Test(""), new EmulatorOptions { VersionProfile = version });
        fixture.Workspace.SetSetting("Push_enable", false);

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Push notifications are off").Says("rocketchat_push_settings");
    }

    [Theory, EveryToolchain]
    public async Task Create_WithAccountThatMayNot_SaysSo(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Test(""), new EmulatorOptions { VersionProfile = "3.11" });
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = "aliceAliceAlice01";
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AliceToken;

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Permission denied");
    }

    [Theory, EveryToolchain]
    public async Task Import_IsRefusedWithReason(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Test(""));

        (await fixture.Cli.ImportAsync(Address, "push_test")).Fails().HasOne("Error").Says("Import not supported");
    }

    [Theory]
    [EveryToolchain("required_devices = -1")]
    [EveryToolchain("required_devices = 1.5")]
    public async Task Validate_OfImpossibleCount_NamesIt(Toolchain toolchain, string body)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Test(body));

        (await fixture.Cli.ValidateAsync()).Fails().HasOne("Error").Says("required_devices").Says("integer");
    }

    private static string Test(string body) => $$"""
        resource "rocketchat_push_test" "this" {
          {{body}}
        }
        """;

    private static int Sent(Fixture fixture) => fixture.Requests.Count(request => request.Contains("push.test", StringComparison.Ordinal));
}
