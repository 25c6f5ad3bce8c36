using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketTfProvider.License;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.License;

/// <summary>The license of a workspace, which the server accepts before it knows whether it uses it.</summary>
public sealed class LicenseResourceTests
{
    private const string Setting = "Enterprise_License";
    private const string Add = "POST /api/v1/licenses.add";

    private static readonly string First = LicenseText.Of("first", "2099-01-31T00:00:00.000Z", "federation", "custom-roles");
    private static readonly string Second = LicenseText.Of("second", "2098-01-31T00:00:00.000Z", "auditing");

    [Theory]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    [InlineData("9.0")]
    public async Task New_OnEveryVersion_ShowsWhatTheLicenseEnables(string version)
    {
        await using var session = await StartAsync(version);
        var resource = On(session);

        var plan = await resource.PlanAsync(null, With(resource, First + "\n"));
        plan.Planned.Says();
        Assert.Equal(TfValue.True, plan.Planned.At("valid"));
        Assert.True(plan.Planned.At("modules").IsUnknown);
        var made = (await resource.ApplyAsync(plan)).Says();

        Assert.Equal(First, session.Workspace.GetSetting(Setting)!.GetValue<string>());
        Assert.Equal(["custom-roles", "federation"], made.SortedStrings("modules"));
        Assert.Equal(["Premium"], made.SortedStrings("tags"));
        Assert.Equal("first", made.At("license_id").String);
        Assert.Equal("2099-01-31T00:00:00Z", made.At("valid_until").String);
        Assert.Equal(TfValue.Of(50), made.At("max_active_users"));
        Assert.Equal(TfValue.True, made.At("trial"));
        await resource.HasNothingToDoAsync(made, With(resource, First + "\n"));
    }

    [BehaviorRow("license", "has-already")]
    [Fact]
    public async Task New_WhereTheServerHasTheLicense_SendsNothing()
    {
        await using var session = await StartAsync();
        Install(session, First);
        var resource = On(session);

        var plan = await resource.PlanAsync(null, With(resource, First));
        plan.Planned.Says();
        var made = (await resource.ApplyAsync(plan)).Says();

        Assert.Equal("first", made.At("license_id").String);
        Assert.DoesNotContain(session.Requests, request => request.StartsWith(Add, StringComparison.Ordinal));
    }

    [BehaviorRow("license", "new")]
    [Fact]
    public async Task New_OverAnotherLicense_NamesThatOneAndReplacesIt()
    {
        await using var session = await StartAsync();
        Install(session, Second);
        var resource = On(session);

        var plan = await resource.PlanAsync(null, With(resource, First));
        plan.Planned.Says("Warning: License will be replaced").With("(`second`, valid until 2098-01-31T00:00:00Z)");

        Assert.Equal("first", (await resource.ApplyAsync(plan)).HasNoError().At("license_id").String);
    }

    [Fact]
    public async Task New_ThatTheServerWouldNotUse_IsRefusedAtPlan()
    {
        await using var session = await StartAsync();
        var resource = On(session);

        (await resource.PlanAsync(null, With(resource, LicenseText.Expired))).Planned
            .Says("Error: License not accepted").With("it has expired, or is not valid yet");
        (await resource.PlanAsync(null, With(resource, "no license"))).Planned
            .Says("Error: License not accepted").With("the text is not a license of Rocket.Chat, or is damaged");
        Assert.DoesNotContain(session.Requests, request => request.StartsWith(Add, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no license", "License not accepted", false)]
    [InlineData(null, "License not in effect", true)]
    public async Task New_ThatTheServerRefusesAtTheApply_LeavesTheFormerLicenseAndNoState(string? license, string error, bool isStored)
    {
        // Before 8.7 a server cannot be asked before the apply.
        await using var session = await StartAsync("7.10");
        Install(session, Second);
        var resource = On(session);
        var plan = await resource.PlanAsync(null, With(resource, license ?? LicenseText.Expired));
        plan.Planned.Says("Warning: License will be replaced");

        var failed = await resource.ApplyAsync(plan);

        Assert.Equal([error], failed.Errors);
        Assert.Equal(isStored, failed.Headlines.Contains("Warning: Failed create is taken back"));
        Assert.True(failed.Value.IsNull);
        Assert.Equal(Second, session.Workspace.GetSetting(Setting)!.GetValue<string>());
        Assert.True(session.Workspace.HasLicense);
        Assert.DoesNotContain("MARKED", failed.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ThatTheServerDoesNotUse_GivesTheFormerLicenseBack()
    {
        await using var session = await StartAsync("7.10");
        var resource = On(session);
        var made = await resource.ApplyAsync(null, With(resource, First));

        var failed = await resource.ApplyAsync(await resource.PlanAsync(made, With(resource, LicenseText.Expired)));

        Assert.Equal(["License not in effect"], failed.Errors);
        Assert.Contains("Warning: Former license is back", failed.Headlines);
        Assert.Equal(First, session.Workspace.GetSetting(Setting)!.GetValue<string>());
        Assert.True(session.Workspace.HasLicense);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Drift_ReplacedOrRemovedOutside_IsPlannedAndCorrected(bool isReplaced)
    {
        await using var session = await StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, With(resource, First));
        Install(session, isReplaced ? Second : "");

        var plan = await resource.PlanAsync(made, With(resource, First));

        Assert.Contains("Warning: Changed outside of this configuration", plan.Planned.Headlines);
        Assert.True(plan.Refreshed!.At("license").IsNull);
        Assert.Equal(isReplaced ? "second" : null, plan.Refreshed.At("license_id").IsNull ? null : plan.Refreshed.At("license_id").String);
        Assert.Equal(TfValue.Of(isReplaced), plan.Refreshed.At("valid"));
        Assert.False(plan.IsNoOp);
        Assert.Equal("first", (await resource.ApplyAsync(plan)).HasNoError().At("license_id").String);
    }

    [Fact]
    public async Task Drift_Ended_IsReportedAndNotSentAgain()
    {
        await using var session = await StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, With(resource, First));
        session.Workspace.HasLicense = false;

        var plan = await resource.PlanAsync(made, With(resource, First));

        plan.Refreshed!.Says("Warning: License is not valid");
        Assert.Equal(TfValue.False, plan.Refreshed!.At("valid"));
        Assert.True(plan.IsNoOp);
    }

    [Fact]
    public async Task WriteOnly_IsSentForItsVersionAloneAndNeverStored()
    {
        await using var session = await StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, WriteOnly(resource, First + "\n", 1));
        Assert.True(made.At("license").IsNull && made.At("license_wo").IsNull);
        await resource.HasNothingToDoAsync(made, WriteOnly(resource, First + "\n", 1));

        var forgotten = await resource.HasNothingToDoAsync(made, WriteOnly(resource, Second, 1));
        forgotten.Planned.Says("Warning: New secret will not be sent");

        Install(session, "");
        Assert.False((await resource.PlanAsync(made, WriteOnly(resource, First, 1))).IsNoOp);

        Assert.Equal("second", (await resource.ApplyAsync(made, WriteOnly(resource, Second, 2))).At("license_id").String);
        Assert.DoesNotContain("MARKED", made.Private.ToStringUtf8(), StringComparison.Ordinal);
    }

    [BehaviorRow("license", "destroy-keep")]
    [BehaviorRow("license", "destroy-restore")]
    [Theory]
    [InlineData("keep", true, true, null)]
    [InlineData("reset", false, false, "Settings will be reset")]
    [InlineData("restore", true, false, "Settings will be restored")]
    public async Task Destroy_LeavesWhatItWasToldTo(string mode, bool hasLicense, bool isFirst, string? warning)
    {
        await using var session = await StartAsync();
        Install(session, Second);
        var resource = On(session);
        var made = await resource.ApplyAsync(null, resource.Config(("license", TfValue.Of(First)), ("on_destroy", TfValue.Of(mode))));

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says(warning is null ? [] : [$"Warning: {warning}"]);
        (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Equal(hasLicense, session.Workspace.HasLicense);
        Assert.Equal(hasLicense ? isFirst ? First : Second : "", session.Workspace.GetSetting(Setting)!.GetValue<string>());
    }

    [BehaviorRow("license", "destroy-reset")]
    [Fact]
    public async Task Destroy_WhereTheServerGoesOnWithTheLicense_SaysSo()
    {
        ProviderSession? session = null;
        var isDestroying = false;
        void KeepLicense(string method)
        {
            if (isDestroying && method == "POST")
            {
                session!.Workspace.HasLicense = true;
            }
        }

        session = await ProviderSession.StartAsync(options: new EmulatorOptions { OnRequest = request => KeepLicense(request.Method) });
        await using (session)
        {
            var resource = On(session);
            var config = resource.Config(("license", TfValue.Of(First)), ("on_destroy", TfValue.Of("reset")));
            var made = await resource.ApplyAsync(null, config);
            isDestroying = true;

            (await resource.ApplyAsync(await resource.PlanAsync(made, null))).Says("Warning: License is still in effect");
        }
    }

    [Fact]
    public async Task Destroy_ThatKeepsTheLicense_AsksNothingAboutIt()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(
            null, resource.Config(("license", TfValue.Of(First)), ("on_destroy", TfValue.Of("keep"))));
        var plan = await resource.PlanAsync(made, null);
        session.Server.ClearRequests();

        (await resource.ApplyAsync(plan)).Says();

        Assert.DoesNotContain(session.Requests, request => request.Contains("icense", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task Validate_OfNoText_SaysSo(string license)
    {
        await using var session = await StartAsync();
        var resource = On(session);

        Assert.Equal(["License is empty"], (await resource.PlanAsync(null, With(resource, license))).Planned.Errors);
    }

    [BehaviorRow("license", "destroy-foreign")]
    [Fact]
    public async Task Destroy_OfALicenseThatWasReplacedOutside_KeepsTheOther()
    {
        await using var session = await StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, resource.Config(("license", TfValue.Of(First)), ("on_destroy", TfValue.Of("reset"))));
        Install(session, Second);

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says("Warning: Another license is kept");
        (await resource.ApplyAsync(plan)).Says("Warning: Another license is kept");

        Assert.Equal(Second, session.Workspace.GetSetting(Setting)!.GetValue<string>());
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("8.6")]
    public async Task New_OnAServerWithoutLicenses_IsRefusedAtPlan(string version)
    {
        await using var session = await StartAsync(version);
        var resource = On(session);

        (await resource.PlanAsync(null, With(resource, First))).Planned.Says("Error: License cannot be managed");
        (await resource.PlanAsync(null, resource.Config())).Planned.Says("Error: License without a value");
    }

    [Fact]
    public async Task Import_OfTheLicense_PlansNothing()
    {
        await using var session = await StartAsync();
        var resource = On(session);
        (await session.ImportAsync("rocketchat_license", resource.Schema, "workspace")).Says("Error: No license to import");
        (await session.ImportAsync("rocketchat_license", resource.Schema, "x")).Says("Error: Invalid import id");
        Install(session, First);

        var imported = await resource.ImportAsync("workspace");

        Assert.Equal("first", imported.At("license_id").String);
        Assert.True(imported.At("license").IsNull);
        Assert.DoesNotContain("MARKED", imported.Private.ToStringUtf8(), StringComparison.Ordinal);
        await resource.HasNothingToDoAsync(imported, resource.Config());
        var managed = await resource.ApplyAsync(imported, With(resource, First));
        await resource.HasNothingToDoAsync(managed, With(resource, First));
        Assert.DoesNotContain(session.Requests, request => request.StartsWith(Add, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refresh_OnAServerThatNoLongerShowsTheLicense_BlocksNoDestroy()
    {
        await using var session = await StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, resource.Config(("license", TfValue.Of(First)), ("on_destroy", TfValue.Of("keep"))));
        session.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "/api/v1/licenses.info", Status = 404 });

        var plan = await resource.PlanAsync(made, null);
        plan.Refreshed!.HasNoError();
        plan.Planned.HasNoError();
        (await resource.ApplyAsync(plan)).HasNoError();
    }

    private static Task<ProviderSession> StartAsync(string version = "9.0") =>
        ProviderSession.StartAsync(options: new EmulatorOptions { VersionProfile = version });

    private static ResourceLifecycle On(ProviderSession session) =>
        new(session, "rocketchat_license", new RocketChatProvider(_ => null).Resources.OfType<LicenseResource>().Single().Schema);

    private static TfValue With(ResourceLifecycle resource, string license) => resource.Config(("license", TfValue.Of(license)));

    private static TfValue WriteOnly(ResourceLifecycle resource, string license, int version) =>
        resource.Config(("license_wo", TfValue.Of(license)), ("license_wo_version", TfValue.Of(version)));

    // As somebody does in the administration panel.
    private static void Install(ProviderSession session, string license)
    {
        session.Workspace.SetSetting(Setting, license);
        session.Workspace.HasLicense = license.Length > 0;
    }
}
