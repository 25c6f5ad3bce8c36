using System.Text.Json;
using RocketChat.Client;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>
/// An apply, in the order that is safe to interrupt: everything except enabling, the checks of DNS and of the document, enabling, the test.
/// Disabling comes before everything else.
/// </summary>
internal sealed class FederationApply(
    Workspace workspace, FederationView view, FederationEngine engine, FederationSupport support, FederationPlan? records)
{
    // A server that cannot register with the hub disables federation within a second (seen on 3.11.1 and 6.5.3).
    private const int ChecksAfterEnabling = 3;

    private const int ChecksAfterWrite = 40;
    private const string AfterFailedTest = "Then apply again; or set `test = { required = false }`.";
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenFileChecks = TimeSpan.FromMilliseconds(250);

    // After a failure the user waits for the error.
    private static readonly TimeSpan SaveLimit = TimeSpan.FromSeconds(30);

    private readonly SettingWrites _writes = new(workspace.Client.Settings);
    private SettingsApply? _apply;

    private SettingsApi Api => workspace.Client.Settings;

    /// <summary>Creates the object; if that fails, everything is taken back, and no object is stored.</summary>
    public Task<FederationModel> CreateAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        var partial = context.Planned.With("id", FederationResource.OnlyId).With("effective_engine", engine.Name);
        return _writes.CreateAsync(context, partial, () => RunAsync(context, cancellationToken));
    }

    /// <summary>Changes the object; if that fails, what is on the server is stored, not what was planned.</summary>
    public async Task<FederationModel> UpdateAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(context, cancellationToken);
        }
        catch (Exception)
        {
            await SaveAsync(context);
            throw;
        }
    }

    private async Task<FederationModel> RunAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        var planned = context.Planned;
        await DisableOthersAsync(cancellationToken);
        var live = await view.ReadAsync(planned, engine, cancellationToken);
        var plan = new SettingsPlan(planned.Attributes, context.Prior?.Attributes, planned.Attributes);
        return await view.Open(context, planned, engine, live).ApplyAsync(plan, async apply =>
        {
            _apply = apply;
            if (!planned.Enabled)
            {
                await apply.WriteAsync(_writes, IsSwitch, cancellationToken);
            }

            await apply.WriteAsync(_writes, row => !IsSwitch(row), cancellationToken);
            FederationTest? test = null;
            if (planned.Enabled)
            {
                await PassGatesAsync(planned, cancellationToken);
                await EnableAsync(planned, apply, cancellationToken);
                test = await TestAsync(context, cancellationToken);
            }

            var settled = await ReadSettledAsync(planned, apply, cancellationToken);
            return Conclude(await view.ShowAsync(planned, engine, settled, cancellationToken), NeedsRestart(apply, planned), test);
        });
    }

    // The server rebuilds the registration file a moment after a write (seen on 6.5.3).
    private async Task<IReadOnlyDictionary<string, Setting>> ReadSettledAsync(
        FederationModel planned, SettingsApply apply, CancellationToken cancellationToken)
    {
        var live = await view.ReadAsync(planned, engine, cancellationToken);
        for (var check = 0; check < ChecksAfterWrite && apply.Written.Count > 0 && !FederationView.HasNewFile(planned, live); check++)
        {
            await Task.Delay(BetweenFileChecks, cancellationToken);
            live = await view.ReadAsync(planned, engine, cancellationToken);
        }

        return live;
    }

    private static FederationModel Conclude(FederationModel state, bool needsRestart, FederationTest? test) =>
        state.With("restart_recommended", TfValue.Of(needsRestart)).With("last_test", ValueOf(test));

    private static TfValue ValueOf(FederationTest? test) => test is null
        ? TfValue.Null
        : TfValue.Object(new Dictionary<string, TfValue>
        {
            ["ok"] = TfValue.Of(test.Ok),
            ["code"] = TfValue.Of(test.Code),
            ["message"] = TfValue.Of(test.Message),
        });

    private bool IsSwitch(SettingAttribute row) => row.Id == engine.Switch;

    private bool NeedsRestart(SettingsApply apply, FederationModel planned) => engine.NeedsRestart(apply.Written, planned.Enabled);

    private async Task SaveAsync(ApplyContext<FederationModel> context)
    {
        using var deadline = new CancellationTokenSource(SaveLimit);
        try
        {
            var live = await view.ReadAsync(context.Planned, engine, deadline.Token);
            var found = view.Open(context, context.Planned, engine, live).Refresh(context.Planned.Attributes);
            var needsRestart = _apply is { } apply && NeedsRestart(apply, context.Planned);
            context.SavePartial(Conclude(await view.ShowAsync(new(found), engine, live, deadline.Token), needsRestart, null));
        }
        catch (Exception failure) when (failure is RocketChatException or OperationCanceledException)
        {
            // The state from before stays, and the next refresh corrects it.
        }
    }

    private async Task DisableOthersAsync(CancellationToken cancellationToken)
    {
        foreach (var other in FederationEngine.All.Where(e => e != engine && !support.HasNative))
        {
            if (await Api.GetAsync(other.Switch, cancellationToken) is { IsMasked: false, Value.ValueKind: JsonValueKind.True } enabled)
            {
                await _writes.ChangeAsync([(enabled, SettingJson.Of(TfValue.False))], cancellationToken);
            }
        }
    }

    private async Task PassGatesAsync(FederationModel planned, CancellationToken cancellationToken)
    {
        var isOn = await view.IsOnAsync(engine, cancellationToken);
        if (records is not null && planned.ChecksDns && FederationRecords.AreNeeded(planned, engine))
        {
            await new FederationDnsGate(planned).PassAsync(records, isOn, cancellationToken);
        }

        if (!isOn && planned is { Tests: true, TestIsRequired: true }
            && await new FederationTester(workspace).ReadDocumentAsync(planned, engine, records, cancellationToken) is { Ok: false } wrong)
        {
            throw new DiagnosticException(FederationDiagnostics.WrongDocument(wrong, planned));
        }
    }

    private async Task EnableAsync(FederationModel planned, SettingsApply apply, CancellationToken cancellationToken)
    {
        if (!planned.UsesHub)
        {
            await apply.WriteAsync(_writes, IsSwitch, cancellationToken);
            return;
        }

        if (await Api.GetAsync(engine.Switch, cancellationToken) is { Value.ValueKind: not JsonValueKind.True } disabled)
        {
            _writes.Add(disabled);

            // Without reading back: the server may disable federation before the value can be read.
            await Api.WriteAsync([new SettingChange(engine.Switch, SettingJson.Of(TfValue.True))], cancellationToken);
        }

        for (var check = 0; check < ChecksAfterEnabling; check++)
        {
            await Task.Delay(BetweenChecks, cancellationToken);
            if (!await view.IsOnAsync(engine, cancellationToken))
            {
                throw new DiagnosticException(
                    "Federation disabled itself",
                    "The server could not register with the hub and set `FEDERATION_Enabled` back to false. Use `discovery_method = "
                        + "\"dns\"`.",
                    AttributePath.To("legacy").Attribute("discovery_method"));
            }
        }
    }

    private async Task<FederationTest?> TestAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        var (planned, diagnostics) = (context.Planned, context.Diagnostics);
        if (!planned.Tests || planned.UsesHub)
        {
            return null;
        }

        var test = await new FederationTester(workspace).TestAsync(planned, engine, support, records, cancellationToken);
        if (test is null or { Ok: true })
        {
            return test;
        }

        if (planned.TestIsRequired && context.Prior is null)
        {
            throw new DiagnosticException(FederationDiagnostics.TestFailed(test, isEnabled: false, AfterFailedTest));
        }

        diagnostics.Add(planned.TestIsRequired
            ? FederationDiagnostics.TestFailed(test, isEnabled: true, AfterFailedTest)
            : FederationDiagnostics.TestFailed(test, isEnabled: true, next: "") with { Severity = DiagnosticSeverity.Warning });
        return test;
    }
}
