using RocketChat.Client;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>
/// One apply, in the order that is safe to interrupt: everything but the switch, the verdict on DNS, the switch, the test. Switching off
/// comes before everything else.
/// </summary>
internal sealed class FederationRun(Workspace workspace, FederationView view, FederationEngine engine, FederationSupport support, FederationPlan? plan)
{
    // A server that cannot register with the hub switches federation off within a second (seen on 3.11.1 and 6.5.3).
    private const int LooksAfterSwitch = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private SettingsApi Settings => workspace.Client.Settings;

    private SettingChange On => new(engine.Switch, SettingJson.Of(TfValue.True));

    public async Task<FederationModel> ApplyAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        var planned = context.Planned;
        await SwitchOthersOffAsync(cancellationToken);
        if (!planned.Enabled)
        {
            await SwitchOffAsync(engine, cancellationToken);
        }

        var restart = await WriteAsync(planned, cancellationToken);
        await SaveAsync(context, restart, cancellationToken);
        FederationTest? test = null;
        if (planned.Enabled)
        {
            await PassDnsAsync(planned, cancellationToken);
            restart |= await SwitchOnAsync(planned, cancellationToken) && engine.SwitchNeedsRestart;
            await SaveAsync(context, restart, cancellationToken);
            test = await TestAsync(planned, context.Diagnostics, cancellationToken);
        }

        if (restart)
        {
            context.Diagnostics.AddWarning("Restart recommended", "The server takes up these changes wholly only after a restart; a homeserver behind the bridge as well.");
        }

        return Complete(planned, await view.RefreshAsync(planned, engine, null, cancellationToken), restart, test);
    }

    private static FederationModel Complete(FederationModel planned, FederationModel live, bool restart, FederationTest? test)
    {
        // What the user wrote stays as it was written.
        foreach (var name in (string[])["enabled", "domain", .. FederationEngine.All.Select(e => e.Name)])
        {
            live = live.With(name, planned.At(name));
        }

        return live.With("restart_recommended", TfValue.Of(restart)).With("last_test", ValueOf(test));
    }

    private static TfValue ValueOf(FederationTest? test) => test is null
        ? TfValue.Null
        : TfValue.Object(new Dictionary<string, TfValue>
        {
            ["ok"] = TfValue.Of(test.Ok),
            ["code"] = TfValue.Of(test.Code),
            ["message"] = TfValue.Of(test.Message),
        });

    // What is stored if the rest fails: what is on the server by now, not what was planned.
    private async Task SaveAsync(ApplyContext<FederationModel> context, bool restart, CancellationToken cancellationToken) =>
        context.SavePartial((await view.RefreshAsync(context.Planned, engine, null, cancellationToken))
            .With("restart_recommended", TfValue.Of(restart))
            .With("last_test", TfValue.Null));

    private async Task SwitchOthersOffAsync(CancellationToken cancellationToken)
    {
        foreach (var other in FederationEngine.All.Where(e => e != engine && !support.HasNative))
        {
            if (await view.IsOnAsync(other, cancellationToken))
            {
                await SwitchOffAsync(other, cancellationToken);
            }
        }
    }

    private async Task SwitchOffAsync(FederationEngine which, CancellationToken cancellationToken) =>
        await Settings.ChangeAsync([new SettingChange(which.Switch, SettingJson.Of(TfValue.False))], cancellationToken);

    /// <returns>Whether the server takes up the changes wholly only after a restart.</returns>
    private async Task<bool> WriteAsync(FederationModel planned, CancellationToken cancellationToken)
    {
        var managed = engine.Settings.Where(s => planned.At(s.Path).IsPresent).ToArray();
        var written = await Settings.ChangeAsync(
            [
                new SettingChange(engine.Domain, SettingJson.Of(TfValue.Of(planned.Domain!.Value))),
                .. managed.Select(s => new SettingChange(s.Ids[0], SettingJson.Of(planned.At(s.Path)))),
            ],
            cancellationToken);
        return (engine.DomainNeedsRestart && written.Contains(engine.Domain)) || managed.Any(s => s.NeedsRestart && written.Contains(s.Ids[0]));
    }

    private async Task PassDnsAsync(FederationModel planned, CancellationToken cancellationToken)
    {
        if (!planned.ChecksDns || !FederationRecords.AreNeeded(planned, engine))
        {
            return;
        }

        if (plan is null)
        {
            throw new DiagnosticException(
                "No target for the record",
                "Set `target` to the name under which other servers reach the workspace: the host of the provider's `url` cannot be the target of a DNS record, and behind the bridge it is the homeserver.",
                AttributePath.To("target"));
        }

        var isOn = await view.IsOnAsync(engine, cancellationToken);
        await new FederationDnsGate(planned).PassAsync(plan, isOn, cancellationToken);
    }

    /// <returns>Whether it was off before.</returns>
    private async Task<bool> SwitchOnAsync(FederationModel planned, CancellationToken cancellationToken)
    {
        if (!planned.UsesHub)
        {
            return (await Settings.ChangeAsync([On], cancellationToken)).Count > 0;
        }

        var wasOn = await view.IsOnAsync(engine, cancellationToken);
        if (!wasOn)
        {
            await Settings.WriteAsync([On], cancellationToken);
        }

        for (var look = 0; look < LooksAfterSwitch; look++)
        {
            await Task.Delay(BetweenLooks, cancellationToken);
            if (!await view.IsOnAsync(engine, cancellationToken))
            {
                throw new DiagnosticException(
                    "Federation switched itself off",
                    "The server could not register with the hub and set `FEDERATION_Enabled` back to false. Use `discovery_method = \"dns\"`.",
                    AttributePath.To("legacy").Attribute("discovery_method"));
            }
        }

        return !wasOn;
    }

    private async Task<FederationTest?> TestAsync(FederationModel planned, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        if (!planned.Tests || planned.UsesHub)
        {
            return null;
        }

        var test = await new FederationTester(workspace).TestAsync(planned, engine, support, plan, cancellationToken);
        if (test is null)
        {
            diagnostics.AddWarning("Not tested", $"Rocket.Chat {support.Version} offers no test of `{engine.Name}` that tells the truth; federation is on, unproven.");
        }
        else if (!test.Ok)
        {
            var detail = $"Federation is switched on, but its test failed ({test.Code}). {test.Message}";
            diagnostics.Add(planned.TestIsRequired
                ? Diagnostic.Error("Federation test failed", detail + " Then apply again; or set `test = { required = false }`.")
                : Diagnostic.Warning("Federation test failed", detail));
        }

        return test;
    }
}
