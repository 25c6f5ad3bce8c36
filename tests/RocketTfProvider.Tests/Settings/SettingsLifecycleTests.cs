using Acceptance.Running;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>
/// The same life for each of the four resources that are made of settings: secrets, drift, settings that are not managed, values that the
/// server's environment overwrites, interruptions, refused creates, replacements.
/// </summary>
public sealed class SettingsLifecycleTests
{
    private const string TakenBack = "Warning: Failed create is taken back";
    private const string Drifted = "Warning: Changed outside of this configuration";

    public static TheoryData<string> Names => [.. SettingsCase.All.Keys];

    public static TheoryData<string> WithSecret => [.. SettingsCase.All.Where(c => c.Value.Secret is not null).Select(c => c.Key)];

    public static TheoryData<string, string?> InEachMode =>
        [.. from c in SettingsCase.All from mode in c.Value.Modes select (c.Key, mode)];

    /// <summary>The modes in which a create that was killed leaves nothing to know from before.</summary>
    public static TheoryData<string, string?> InEachModeWithoutRestore =>
        [.. from c in SettingsCase.All from mode in c.Value.Modes where mode != "restore" select (c.Key, mode)];

    public static TheoryData<string, string?, bool> InEachModeAndOrder =>
    [
        .. from c in SettingsCase.All
           from mode in c.Value.Modes
           from createsFirst in (bool[])[false, true]
           select (c.Key, mode, createsFirst),
    ];

    [BehaviorRow("push_settings", "secret-unchanged")]
    [Theory, MemberData(nameof(WithSecret))]
    public async Task Secret_IsInNoMessageAndNoPlanSendsItAgain(string name)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(SettingsCase.All[name].Modes[0]));
        var secret = SettingsCase.All[name].Secret!.Value.Text;

        var plan = await lifecycle.PlanAsync(null, config);
        var made = (await lifecycle.ApplyAsync(plan)).HasNoError();
        fixture.Session.Server.ClearRequests();
        var again = await lifecycle.HasNothingToDoAsync(made, config);

        foreach (var outcome in (Outcome[])[plan.Planned, made, again.Refreshed!, again.Planned])
        {
            Assert.DoesNotContain("Marked", outcome.Messages, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, outcome.Private.ToStringUtf8(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(fixture.Session.Server.Requests, request => request.Method == "POST");
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Drift_IsReportedAndCorrected(string name)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(SettingsCase.All[name].Modes[0]));
        var (id, other) = SettingsCase.All[name].Managed;
        var made = await lifecycle.ApplyAsync(null, config);
        var wanted = fixture.Session.Workspace.GetSetting(id)!.ToJsonString();

        fixture.Session.Workspace.SetSetting(id, other.DeepClone());
        var plan = await lifecycle.PlanAsync(made, config);

        plan.Refreshed!.Says();
        Assert.Contains(Drifted, plan.Planned.Headlines);
        plan.Planned.With($"`{id}`");
        made = (await lifecycle.ApplyAsync(plan)).HasNoError();
        Assert.Equal(wanted, fixture.Session.Workspace.GetSetting(id)!.ToJsonString());
        await lifecycle.HasNothingToDoAsync(made, config);
    }

    [BehaviorRow("federation", "unmanaged")]
    [Theory, MemberData(nameof(InEachMode))]
    public async Task Unmanaged_IsNeverReportedNorTouched(string name, string? mode)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(mode));
        var (id, other) = SettingsCase.All[name].Unmanaged;
        var made = await lifecycle.ApplyAsync(null, config);

        fixture.Session.Workspace.SetSetting(id, other.DeepClone());
        (await lifecycle.HasNothingToDoAsync(made, config)).Planned.DoesNotSay(Drifted);
        await lifecycle.ApplyAsync(made, null);

        Assert.Equal(other.ToJsonString(), fixture.Session.Workspace.GetSetting(id)!.ToJsonString());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Overwritten_ByTheServersEnvironment_IsReported(string name)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(SettingsCase.All[name].Modes[0]));
        var (id, other) = SettingsCase.All[name].Managed;
        var made = await lifecycle.ApplyAsync(null, config);
        var isSecret = SettingsCase.All[name].Secret is { Text: SettingsCase.SecretValue } && SettingsCase.All[name].Attributes.Length == 2;

        fixture.Session.Workspace.Restart(new Dictionary<string, string> { [$"OVERWRITE_SETTING_{id}"] = other.ToString() });

        var plan = await lifecycle.PlanAsync(made, config);
        Assert.Contains(Drifted, plan.Planned.Headlines);
        plan.Planned.With(isSecret ? "it is a secret" : $"OVERWRITE_SETTING_{id}");
    }

    [Theory, MemberData(nameof(InEachModeWithoutRestore))]
    public async Task Create_CutOffAfterEachCall_ConvergesAndIsDestroyedAsAlways(string name, string? mode)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(mode));
        var expected = await LivedAsync(fixture, mode);
        for (var cut = 1; ; cut++)
        {
            await fixture.ResetAsync();
            var plan = await lifecycle.PlanAsync(null, config);
            fixture.Cut.After(cut);
            var applied = await lifecycle.ApplyAsync(plan);
            fixture.Cut.End();
            if (fixture.Cut.Calls < cut)
            {
                applied.HasNoError();
                Assert.InRange(cut, 3, 60);
                break;
            }

            // The server cannot be reached, so nothing is taken back; the answer is lost as if the provider were killed.
            var made = await lifecycle.ApplyAsync(null, config);
            await lifecycle.HasNothingToDoAsync(made, config);
            await lifecycle.ApplyAsync(made, null);
            Assert.Equal(expected, await fixture.SettingsAsync());
        }
    }

    [BehaviorRow("setting", "create-fails")]
    [BehaviorRow("push_settings", "create-fails")]
    [BehaviorRow("federation", "create-fails")]
    [BehaviorRow("workspace_registration", "create-fails-before")]
    [Theory, MemberData(nameof(InEachMode))]
    public async Task Create_RefusedAtEachWrite_LeavesNothingAndTheNextOneWorks(string name, string? mode)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(mode));
        var expected = await LivedAsync(fixture, mode);
        for (var write = 1; ; write++)
        {
            await fixture.ResetAsync();
            var plan = await lifecycle.PlanAsync(null, config);
            fixture.RefuseWrite(write);
            var refused = await lifecycle.ApplyAsync(plan);
            fixture.AcceptWrites();
            if (!refused.HasError)
            {
                Assert.True(write > 1, "no write was refused");
                break;
            }

            Assert.True(refused.Value.IsNull, refused.Messages);
            await fixture.IsAsBeforeAsync();
            Assert.Equal(fixture.HasWritten, refused.Headlines.Contains(TakenBack));
            Assert.DoesNotContain("Marked", refused.Messages, StringComparison.Ordinal);
            var made = await lifecycle.ApplyAsync(null, config);
            await lifecycle.HasNothingToDoAsync(made, config);
            await lifecycle.ApplyAsync(made, null);
            Assert.Equal(expected, await fixture.SettingsAsync());
        }
    }

    [Theory, MemberData(nameof(InEachMode))]
    public async Task Create_StoppedAfterEachWrite_LeavesNothingAndTheNextOneWorks(string name, string? mode)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(mode));
        var expected = await LivedAsync(fixture, mode);
        for (var write = 1; ; write++)
        {
            await fixture.ResetAsync();
            var plan = await lifecycle.PlanAsync(null, config);
            fixture.StopAfterWrite(write);
            var stopped = await lifecycle.ApplyAsync(plan);
            fixture.AcceptWrites();
            if (!stopped.HasError)
            {
                Assert.True(write > 1, "the first write was not stopped");
                break;
            }

            // A registration that the server has accepted stays.
            if (fixture.Session.Workspace.IsRegistered && name == "registration")
            {
                Assert.True(stopped.Value.IsPresent);
                continue;
            }

            stopped.With(TakenBack).With("Error: Operation interrupted");
            Assert.True(stopped.Value.IsNull, stopped.Messages);
            await fixture.IsAsBeforeAsync();
            var made = await lifecycle.ApplyAsync(null, config);
            await lifecycle.HasNothingToDoAsync(made, config);
            await lifecycle.ApplyAsync(made, null);
            Assert.Equal(expected, await fixture.SettingsAsync());
        }
    }

    [Theory, MemberData(nameof(InEachModeAndOrder))]
    public async Task Create_ThatCannotBeTakenBack_IsKeptWithTheValuesFromBefore(string name, string? mode, bool createsFirst)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(mode));
        var expected = await LivedAsync(fixture, mode);
        for (var write = 2; ; write++)
        {
            await fixture.ResetAsync();
            var plan = await lifecycle.PlanAsync(null, config);
            fixture.RefuseWrite(write, andAllAfter: true);
            var refused = await lifecycle.ApplyAsync(plan);
            fixture.AcceptWrites();
            if (!refused.HasError)
            {
                break;
            }

            if (!fixture.HasWritten)
            {
                Assert.True(refused.Value.IsNull);
                continue;
            }

            refused.With("Failed create is not taken back");
            Assert.True(refused.Value.IsPresent);
            var (made, _) = await lifecycle.ReplaceAsync(refused, config, createsFirst, isTainted: true);
            await lifecycle.HasNothingToDoAsync(made, config);
            if (!createsFirst)
            {
                await lifecycle.ApplyAsync(made, null);
                Assert.Equal(expected, await fixture.SettingsAsync());
            }
        }
    }

    [BehaviorRow("setting", "replaced-same-id")]
    [BehaviorRow("push_settings", "replaced")]
    [BehaviorRow("federation", "replaced")]
    [Theory, MemberData(nameof(InEachModeAndOrder))]
    public async Task Replacement_LeavesTheSettingsOfTheNewObject(string name, string? mode, bool createsFirst)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(mode));
        var made = await lifecycle.ApplyAsync(null, config);
        var settings = await fixture.SettingsAsync();

        (made, var deleted) = await lifecycle.ReplaceAsync(made, config, createsFirst);

        Assert.Equal(settings, await fixture.SettingsAsync());
        await lifecycle.HasNothingToDoAsync(made, config);
        deleted.Says(createsFirst && mode is not (null or "keep") ? ["Warning: Settings are kept"] : []);
        Assert.Equal(createsFirst && mode == "restore", deleted.Messages.Contains("are not handed over", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(InEachMode))]
    public async Task LeftOver_OfAnEarlierReplacement_IsDestroyedWithoutAChange(string name, string? mode)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(mode));
        var old = await lifecycle.ApplyAsync(null, config);
        var made = await lifecycle.ApplyAsync(null, config);
        var settings = await fixture.SettingsAsync();

        var deleted = await lifecycle.DestroyLeftOverAsync(old);

        deleted.Says(mode is null or "keep" ? [] : ["Warning: Replaced object is only removed from the state"]);
        Assert.Equal(settings, await fixture.SettingsAsync());
        await lifecycle.HasNothingToDoAsync(made, config);
    }

    [Theory]
    [InlineData("push in one call")]
    [InlineData("setting")]
    public async Task Restore_AfterAKilledCreate_IsPlannedAsNotKnownAndTheRemedyWorks(string name)
    {
        await using var fixture = await SettingsFixture.StartAsync(name);
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config("restore"));
        var (id, before) = SettingsCase.All[name].Managed;
        (await lifecycle.PlanAsync(null, config)).Planned.DoesNotSay("Warning: Value from before is not known");
        await lifecycle.ApplyAsync(null, config);

        // The state is lost with the create.
        (await lifecycle.PlanAsync(null, config)).Planned.With("Warning: Value from before is not known").With($"`{id}`");
        fixture.Session.Workspace.SetSetting(id, before.DeepClone());
        var plan = await lifecycle.PlanAsync(null, config);
        Assert.DoesNotContain($"`{id}` has the configured value already", plan.Planned.Messages, StringComparison.Ordinal);
        await lifecycle.ApplyAsync((await lifecycle.ApplyAsync(plan)).HasNoError(), null);

        Assert.Equal(before.ToJsonString(), fixture.Session.Workspace.GetSetting(id)!.ToJsonString());
    }

    [BehaviorRow("workspace_registration", "create-fails-after")]
    [Fact]
    public async Task Registration_ThatTheServerAccepted_IsNotUndone()
    {
        await using var fixture = await SettingsFixture.StartAsync("registration");
        var (lifecycle, config) = (fixture.Lifecycle, fixture.Config(null));
        var plan = await lifecycle.PlanAsync(null, config);
        fixture.FailReadAfter("connectWorkspace");
        var failed = await lifecycle.ApplyAsync(plan);
        fixture.AcceptWrites();

        Assert.Equal("Warning: Workspace was registered", failed.Headlines.First());
        Assert.True(fixture.Session.Workspace.IsRegistered);
        Assert.Equal("emulated-workspace", failed.At("workspace_id").String);
        fixture.Session.Server.ClearRequests();
        var (made, _) = await lifecycle.ReplaceAsync(failed, config, createsFirst: false, isTainted: true);
        await lifecycle.HasNothingToDoAsync(made, config);
        Assert.DoesNotContain(fixture.Session.Requests, request => request.Contains("connectWorkspace", StringComparison.Ordinal));
    }

    [BehaviorRow("setting", "replaced-other-id")]
    [Fact]
    public async Task ChangedKey_CreatedFirst_UndoesTheFormerSettingAlone()
    {
        await using var fixture = await SettingsFixture.StartAsync("setting");
        var lifecycle = fixture.Lifecycle;
        var made = await lifecycle.ApplyAsync(null, fixture.Config("restore"));
        var other = fixture.Config("restore").With("setting_id", TfValue.Of("From_Email"));

        (made, var deleted) = await lifecycle.ReplaceAsync(made, other, createsFirst: true);

        deleted.Says();
        Assert.Equal("theirs", fixture.Session.Workspace.GetSetting("SMTP_Host")!.GetValue<string>());
        Assert.Equal("ours", fixture.Session.Workspace.GetSetting("From_Email")!.GetValue<string>());
        await lifecycle.HasNothingToDoAsync(made, other);
    }

    /// <summary>The settings after a create and a destroy that nothing disturbs.</summary>
    private static async Task<string> LivedAsync(SettingsFixture fixture, string? mode)
    {
        await fixture.Lifecycle.ApplyAsync(await fixture.Lifecycle.ApplyAsync(null, fixture.Config(mode)), null);
        return await fixture.SettingsAsync();
    }
}
