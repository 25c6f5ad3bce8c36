using RocketChat.Client;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>Warns in the plan of what the push settings will not do on this server.</summary>
internal sealed class PushReview(
    RocketChatClient client, SettingsSession session, IReadOnlyDictionary<string, Setting> live, PlanContext<SettingsModel> context)
{
    public async Task RunAsync(RegistrationRun registration, bool wantsReload, CancellationToken cancellationToken)
    {
        var isConnected = !RegistrationStatus.IsOff(live, RegistrationStatus.ConnectedId);
        var isRegistered = registration.Registers || isConnected;
        var usesGateway = IsComing(PushSettingsTable.Enabled) && IsComing(PushSettingsTable.GatewayEnabled);
        var isNamed = context.Config.At(PushSettingsTable.Enabled).IsPresent
            || context.Config.At(PushSettingsTable.GatewayEnabled).IsPresent;
        if (usesGateway && isNamed)
        {
            WarnOfRegistration(
                isRegistered,
                isAccepted: registration.AcceptsTerms || !RegistrationStatus.IsOff(live, RegistrationStatus.TermsId));
        }

        if (usesGateway && context.Config.At(PushSettingsTable.MobileDefault).Equals(TfValue.Of("all")) && IsNew())
        {
            context.Diagnostics.AddWarning(
                "Every message counts",
                "With `default_notifications.mobile = \"all\"`, each message is a notification for every user without a preference of "
                + "their own, and the gateway accepts a limited number of them a month (10,000 for a workspace without a paid plan). "
                + "Use `mentions` to send fewer.",
                AttributePath.To("default_notifications"));
        }

        var lacksAccess = usesGateway && !RegistrationStatus.GivesAccess(live);
        SettingAttribute[] changing = [.. session.Changing(context.Config).Select(w => w.Attribute).Where(s => s.NeedsRestart)];
        if (changing.Length > 0)
        {
            var isConnecting = lacksAccess && isRegistered && registration.Changes;
            if (await RestartAsync(changing, isConnecting, wantsReload, cancellationToken) is { } warning)
            {
                context.Diagnostics.Add(warning);
            }
        }
        else if (lacksAccess && await RestartAsync([], isConnecting: true, wantsReload, cancellationToken) is { } restart)
        {
            registration.ReportIfRegistered(restart, isConnected, context.Diagnostics);
        }
    }

    // As configured, or else as it is on the server.
    private bool IsComing(string path)
    {
        var configured = context.Config.At(path);
        return (configured.IsNull ? session.LiveValue(path) : configured).Equals(TfValue.True);
    }

    // The warning is worth its lines only while it can still change a decision.
    private bool IsNew() => context.Prior is null || session.Changing(context.Config).Any(w =>
        w.Attribute.Path is PushSettingsTable.MobileDefault or PushSettingsTable.Enabled or PushSettingsTable.GatewayEnabled);

    private void WarnOfRegistration(bool isRegistered, bool isAccepted)
    {
        List<string> missing =
        [
            .. isRegistered ? [] : (string[])["the workspace is not registered"],
            .. isAccepted ? [] : (string[])["the privacy terms of the cloud are not accepted"],
        ];
        if (missing.Count > 0)
        {
            context.Diagnostics.AddWarning(
                "Gateway without registration",
                $"The push gateway is enabled, but {string.Join(" and ", missing)}: it will deliver nothing. Register the workspace with "
                    + "the resource `rocketchat_workspace_registration`, and let this resource depend on it.",
                AttributePath.To("gateway"));
        }
    }

    /// <returns>The warning; null if `reload` avoids the restart.</returns>
    private async Task<Diagnostic?> RestartAsync(
        SettingAttribute[] changing, bool isConnecting, bool wantsReload, CancellationToken cancellationToken)
    {
        var reload = new PushReloading(await client.Server.GetInfoAsync(cancellationToken));
        var avoidsRestart = reload.Applies(changing, isConnecting);
        if (wantsReload && avoidsRestart)
        {
            return null;
        }

        IEnumerable<string> reasons =
        [
            .. changing.Select(s => $"`{s.Path}`"),
            .. isConnecting ? (string[])["`rocketchat_workspace_registration`"] : [],
        ];
        return Diagnostic.Warning(
            "Restart of Rocket.Chat needed",
            $"The change of {string.Join(", ", reasons)} takes effect only after Rocket.Chat is restarted, which this provider does not do."
            + (avoidsRestart ? " Set `reload = true` to avoid the restart." : wantsReload ? $" {reload.WhyNot}" : ""),
            changing.Length > 0 ? changing[0].Place : AttributePath.Root);
    }
}
