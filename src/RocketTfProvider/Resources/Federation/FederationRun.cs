using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Configuration;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.Federation;

/// <summary>
/// One apply, in the order that is safe to interrupt: everything but the switch, the verdict on DNS, the switch, the test. Switching off
/// comes before everything else.
/// </summary>
internal sealed class FederationRun(Workspace workspace, FederationView view, FederationEngine engine, FederationSupport support)
{
    // A server that cannot register with the hub switches federation off within a second (seen on 3.11.1 and 6.5.3).
    private const int LooksAfterSwitch = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private SettingsApi Settings => workspace.Client.Settings;

    public async Task<FederationModel> ApplyAsync(ApplyContext<FederationModel> context, CancellationToken cancellationToken)
    {
        var planned = context.Planned;
        await SwitchOthersOffAsync(cancellationToken).ConfigureAwait(false);
        if (!planned.Enabled)
        {
            await SetAsync(engine.Switch, SettingJson.Of(false), "enabled", cancellationToken).ConfigureAwait(false);
        }

        var restart = await WriteAsync(planned, cancellationToken).ConfigureAwait(false);
        await SaveAsync(context, restart, cancellationToken).ConfigureAwait(false);
        FederationTest? test = null;
        if (planned.Enabled)
        {
            await PassDnsAsync(planned, cancellationToken).ConfigureAwait(false);
            restart |= await SwitchOnAsync(planned, cancellationToken).ConfigureAwait(false) && engine == FederationEngine.Bridge;
            await SaveAsync(context, restart, cancellationToken).ConfigureAwait(false);
            test = await TestAsync(planned, context.Diagnostics, cancellationToken).ConfigureAwait(false);
        }

        if (restart)
        {
            context.Diagnostics.AddWarning("Restart recommended", "The server takes up these changes wholly only after a restart; a homeserver behind the bridge as well.");
        }

        return Complete(planned, await view.RefreshAsync(planned, engine, cancellationToken).ConfigureAwait(false), restart, test);
    }

    private static FederationModel Complete(FederationModel planned, FederationModel live, bool restart, FederationTest? test)
    {
        // What the user wrote stays as it was written.
        foreach (var name in (string[])["enabled", "domain", .. FederationEngine.All.Select(e => e.Name)])
        {
            live = live.With(name, planned[name]);
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
        context.SavePartial((await view.RefreshAsync(context.Planned, engine, cancellationToken).ConfigureAwait(false))
            .With("restart_recommended", TfValue.Of(restart))
            .With("last_test", TfValue.Null));

    private async Task SwitchOthersOffAsync(CancellationToken cancellationToken)
    {
        foreach (var other in FederationEngine.All.Where(e => e != engine && !support.HasNative))
        {
            if (await view.IsOnAsync(other, cancellationToken).ConfigureAwait(false))
            {
                await SetAsync(other.Switch, SettingJson.Of(false), "engine", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <returns>Whether the server takes up the changes wholly only after a restart.</returns>
    private async Task<bool> WriteAsync(FederationModel planned, CancellationToken cancellationToken)
    {
        var changed = await SetAsync(engine.Domain, SettingJson.Of(planned.Domain!.Value), "domain", cancellationToken).ConfigureAwait(false);
        foreach (var setting in engine.Settings)
        {
            if (planned.Inner(engine.Name, setting.Name) is { IsPresent: true } value)
            {
                changed |= await SetAsync(setting.Id, EngineSetting.ToJson(value), $"{engine.Name}.{setting.Name}", cancellationToken).ConfigureAwait(false)
                    && engine == FederationEngine.Bridge;
            }
        }

        return changed && engine != FederationEngine.Legacy;
    }

    private async Task PassDnsAsync(FederationModel planned, CancellationToken cancellationToken)
    {
        if (engine != FederationEngine.Legacy || planned.UsesHub || !planned.ChecksDns)
        {
            return;
        }

        if (await view.PlanAsync(planned, engine, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            throw new DiagnosticException(
                "No target for the record",
                "The host of the provider's `url` cannot be the target of a DNS record. Set `target` to the name under which other servers reach the workspace.",
                AttributePath.To("target"));
        }

        var isOn = await view.IsOnAsync(engine, cancellationToken).ConfigureAwait(false);
        await new FederationDnsGate(planned).PassAsync(plan, isOn, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether it was off before.</returns>
    private async Task<bool> SwitchOnAsync(FederationModel planned, CancellationToken cancellationToken)
    {
        var changed = await SetAsync(engine.Switch, SettingJson.Of(true), "enabled", cancellationToken, mayFlip: planned.UsesHub).ConfigureAwait(false);
        for (var look = 0; planned.UsesHub && look < LooksAfterSwitch; look++)
        {
            await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(false);
            if (!await view.IsOnAsync(engine, cancellationToken).ConfigureAwait(false))
            {
                throw new DiagnosticException(
                    "Federation switched itself off",
                    "The server could not register with the hub and set `FEDERATION_Enabled` back to false. Use `discovery_method = \"dns\"`.",
                    AttributePath.To("legacy").Attribute("discovery_method"));
            }
        }

        return changed;
    }

    private async Task<FederationTest?> TestAsync(FederationModel planned, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        if (!planned.Tests || planned.UsesHub)
        {
            return null;
        }

        var test = await new FederationTester(workspace, view).TestAsync(planned, engine, support, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Writes what differs, and reads it back.</summary>
    /// <returns>Whether it differed.</returns>
    private async Task<bool> SetAsync(string id, JsonElement value, string attribute, CancellationToken cancellationToken, bool mayFlip = false)
    {
        if (await HoldsAsync(id, value, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await Settings.SetAsync(id, value, cancellationToken).ConfigureAwait(false);
        return mayFlip || await HoldsAsync(id, value, cancellationToken).ConfigureAwait(false)
            ? true
            : throw new DiagnosticException(
                "Setting did not stick",
                $"The server took the new value of `{id}` (`{attribute}`) and shows another one. Is it forced by the environment variable `OVERWRITE_SETTING_{id}` of the server, or by `{id}`?");
    }

    private async Task<bool> HoldsAsync(string id, JsonElement value, CancellationToken cancellationToken) =>
        await Settings.GetAsync(id, cancellationToken).ConfigureAwait(false) is { IsMasked: false } stored && JsonElement.DeepEquals(stored.Value, value);
}
