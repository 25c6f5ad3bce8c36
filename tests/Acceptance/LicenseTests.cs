using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The license of the workspace, from the first plan to the destroy.</summary>
public sealed class LicenseTests
{
    private const string Address = "rocketchat_license.this";
    private const string Setting = "Enterprise_License";
    private const string Add = "POST /api/v1/licenses.add";

    private static readonly string First = LicenseText.Of("first", "2099-01-31T00:00:00.000Z", "federation");
    private static readonly string Second = LicenseText.Of("second", "2098-01-31T00:00:00.000Z", "auditing");

    [BehaviorRow("license", "new")]
    [BehaviorRow("license", "changed")]
    [BehaviorRow("license", "unchanged")]
    [BehaviorRow("license", "destroy-reset")]
    [Theory, EveryToolchain]
    public async Task Lifecycle_FromCreateToDestroy_EachPlanTellsTheTruth(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(First, "on_destroy = \"reset\""));

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.").DoesNotSay("Warning")
            .DoesNotSay("MARKED");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds().DoesNotSay("MARKED");
        Assert.Equal(First, fixture.Workspace.GetSetting(Setting)!.GetValue<string>());
        var state = await fixture.Cli.ResourceAsync(Address);
        Assert.True(state["valid"]!.GetValue<bool>());
        Assert.Equal("2099-01-31T00:00:00Z", state.Text("valid_until"));
        fixture.ForgetRequests();
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
        Assert.DoesNotContain(fixture.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));

        fixture.Cli.Write("main.tf", Module(Second, "on_destroy = \"reset\""));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("0 to add, 1 to change, 0 to destroy").DoesNotSay("MARKED");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal("second", (await fixture.Cli.ResourceAsync(Address)).Text("license_id"));

        (await fixture.Cli.DestroyAsync()).Succeeds().Says("Settings will be reset").DoesNotSay("MARKED");
        Assert.False(fixture.Workspace.HasLicense);
    }

    [BehaviorRow("license", "replaced-outside")]
    [Theory]
    [EveryToolchain(false)]
    [EveryToolchain(true)]
    public async Task Drift_ReplacedOrRemovedOutside_IsPlannedAndCorrected(Toolchain toolchain, bool isReplaced)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(First));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Install(fixture, isReplaced ? Second : "");

        (await fixture.Cli.PlanAsync()).HasChanges().Says("0 to add, 1 to change, 0 to destroy")
            .Says("Changed outside of this configuration").DoesNotSay("MARKED");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(First, fixture.Workspace.GetSetting(Setting)!.GetValue<string>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("license", "ended")]
    [BehaviorRow("license", "destroy-keep")]
    [Theory, EveryToolchain]
    public async Task Ended_IsReportedAndBlocksNoDestroy(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(First));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.HasLicense = false;

        (await fixture.Cli.PlanAsync()).HasNoChanges().Says("License is not valid");
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(First, fixture.Workspace.GetSetting(Setting)!.GetValue<string>());
    }

    [BehaviorRow("license", "not-used")]
    [BehaviorRow("license", "failed")]
    [Theory, EveryToolchain]
    public async Task Refused_AtPlanSince87_AndAtApplyBefore_LeavesTheFormerOne(Toolchain toolchain)
    {
        await using (var now = await Fixture.CreateAsync(toolchain, Module(LicenseText.Expired)))
        {
            (await now.Cli.PlanAsync()).Fails().HasOne("Error").Says("License not accepted").Says("it has expired").DoesNotSay("MARKED");
        }

        await using var before = await Fixture.CreateAsync(
            toolchain, Module(LicenseText.Expired), new EmulatorOptions { VersionProfile = "7.10" });
        Install(before, Second);
        (await before.Cli.PlanAsync()).HasChanges().Says("License will be replaced");
        (await before.Cli.ApplyPlanAsync()).Fails().HasOne("Error").Says("License not in effect").Says("Failed create is taken back")
            .DoesNotSay("MARKED");
        Assert.Equal(Second, before.Workspace.GetSetting(Setting)!.GetValue<string>());
        (await before.Cli.RunAsync("state", "list")).DoesNotSay(Address);
    }

    [BehaviorRow("license", "no-licenses")]
    [Theory]
    [EveryToolchain("3.11")]
    [EveryToolchain("8.6")]
    public async Task Plan_OnAServerWithoutLicenses_SaysSo(Toolchain toolchain, string version)
    {
        // The 8.6 is one that was built from its sources, without the enterprise part.
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(First), new EmulatorOptions { VersionProfile = version });

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("License cannot be managed");
    }

    [Theory, EveryToolchain(Needs = "terraform 1.11, tofu 1.11")]
    public async Task WriteOnly_IsNeverStored(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, WriteOnly(First, 1));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        fixture.Cli.Write("main.tf", WriteOnly(Second, 2));
        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal(Second, fixture.Workspace.GetSetting(Setting)!.GetValue<string>());
        Assert.DoesNotContain("MARKED", await StateAsync(fixture), StringComparison.Ordinal);
    }

    [BehaviorRow("license", "import")]
    [Theory, EveryToolchain]
    public async Task Import_ReadsNoTextAndSendsNothing(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, "resource \"rocketchat_license\" \"this\" {}");
        Install(fixture, First);

        (await fixture.Cli.ImportAsync(Address, "workspace")).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        Assert.DoesNotContain("MARKED", await StateAsync(fixture), StringComparison.Ordinal);

        fixture.Cli.Write("main.tf", Module(First));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        Assert.DoesNotContain(fixture.Requests, request => request.StartsWith(Add, StringComparison.Ordinal));
    }

    /// <summary>License and federation in one apply: the plan cannot know yet what the license enables.</summary>
    [Theory, EveryToolchain]
    public async Task Federation_ThatDependsOnTheLicense_IsAppliedInTheSameRun(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(First) + FederationTests.Native.Replace(
            "domain =", "depends_on = [rocketchat_license.this]\n  domain =", StringComparison.Ordinal));

        (await fixture.Cli.PlanAsync()).HasChanges().Says("License not known yet").DoesNotSay("License without federation");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal("enabled", (await fixture.Cli.ResourceAsync("rocketchat_federation.this")).Text("status"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    [Theory, EveryToolchain]
    public async Task Federation_WithALicenseWithoutTheModule_IsRefusedAtTheApply(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(Second) + FederationTests.Native.Replace(
            "domain =", "depends_on = [rocketchat_license.this]\n  domain =", StringComparison.Ordinal));

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("License without federation");

        Assert.False(fixture.Workspace.GetSetting("Federation_Service_Enabled")!.GetValue<bool>());
        (await fixture.Cli.RunAsync("state", "list")).Says(Address).DoesNotSay("rocketchat_federation");
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithAccountThatMayNot_SaysSoAndChangesNothing(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(First));
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = "aliceAliceAlice01";
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AliceToken;

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("Permission denied");

        Assert.DoesNotContain(fixture.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    internal static string Module(string license, string more = "") => $$"""
        resource "rocketchat_license" "this" {
          license = "{{license}}\n"
          {{more}}
        }

        """;

    private static string WriteOnly(string license, int version) => $$"""
        resource "rocketchat_license" "this" {
          license_wo         = "{{license}}"
          license_wo_version = {{version}}
        }
        """;

    private static Task<string> StateAsync(Fixture fixture) => File.ReadAllTextAsync(
        Path.Combine(fixture.Cli.Folder, "terraform.tfstate"), TestContext.Current.CancellationToken);

    // As somebody does in the administration panel.
    private static void Install(Fixture fixture, string license)
    {
        fixture.Workspace.SetSetting(Setting, license);
        fixture.Workspace.HasLicense = license.Length > 0;
    }
}
