using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>The destroy of the federation: disabled, unless another object of the run manages it.</summary>
internal sealed class FederationDestroy(Workspace workspace, FederationModel prior, CallContext context)
{
    /// <summary>Reports what the destroy does.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task PlanAsync(EngineLookup engines, FederationView view, CancellationToken cancellationToken)
    {
        if (workspace.IsKnown)
        {
            workspace.Run.Of<SettingsRun>().PlanDelete(context.Private);
        }

        // The delete of an object that was replaced reports what it leaves to the object that replaced it.
        if (prior.Enabled && prior.StringOr("status", "") != FederationView.Disabled && !IsKept()
            && (prior.Keeps || await IsOnAsync(engines, view, cancellationToken)))
        {
            context.Diagnostics.AddWarning(
                (prior.Keeps ? "Federation is kept" : "Federation will be disabled").Naming(prior.StringOr("domain", "")),
                prior.Keeps
                    ? $"`on_destroy` is `keep`: federation of {prior.StringOr("domain", "")} stays enabled."
                    : $"Users of {prior.StringOr("domain", "")} and of other servers no longer reach each other afterwards. Federation "
                        + "stays enabled only if another object, which the same run creates or changes, manages it. To keep it enabled, "
                        + "apply `on_destroy = \"keep\"` first.");
        }
    }

    /// <summary>Disables the engine if it is enabled, and this object alone manages it.</summary>
    public async Task RunAsync(FederationEngine engine, FederationView view, CancellationToken cancellationToken)
    {
        var run = workspace.Run.Of<SettingsRun>();
        if (run.IsKept(engine.Switch))
        {
            context.Diagnostics.Add(SettingsDiagnostics.Kept([engine.Switch], prior.StringOr("on_destroy", FederationSchema.Disable)));
            return;
        }

        if (run.IsLeftOver(FederationResource.Name, context.Private))
        {
            context.Diagnostics.Add(SettingsDiagnostics.LeftOver(engine.Switch));
            return;
        }

        if (await view.IsOnAsync(engine, cancellationToken))
        {
            await workspace.Client.Settings.ChangeAsync(
                [new SettingChange(engine.Switch, SettingJson.Of(TfValue.False))], cancellationToken);
        }
    }

    // Without a refresh, the state may be older than what the server has now.
    private async Task<bool> IsOnAsync(EngineLookup engines, FederationView view, CancellationToken cancellationToken) =>
        !workspace.ChecksPlans
        || (await engines.RemovedAsync(prior, cancellationToken) is null
            && (FederationEngine.Named(prior.StringOr("effective_engine", "")) is not { } engine
                || await view.IsOnAsync(engine, cancellationToken)));

    private bool IsKept() =>
        FederationEngine.Named(prior.StringOr("effective_engine", "")) is { } engine
        && workspace.IsKnown
        && workspace.Run.Of<SettingsRun>().IsKept(engine.Switch);
}
