using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>Warns in the plan of what the push settings will not do on this server.</summary>
internal sealed class PushReview(
    RocketChatClient client, SettingsSession session, RegistrationRun registration, PlanContext<SettingsModel> context)
{
    public async Task RunAsync(bool wantsReload, CancellationToken cancellationToken)
    {
        var cloud = await client.Settings.ReadAsync([RegistrationStatus.ConnectedId, RegistrationStatus.TermsId], cancellationToken);
        var usesGateway = IsComing(PushSettingsTable.Enabled) && IsComing(PushSettingsTable.GatewayEnabled);
        var isNamed = context.Config.At(PushSettingsTable.Enabled).IsPresent
            || context.Config.At(PushSettingsTable.GatewayEnabled).IsPresent;
        if (usesGateway && isNamed)
        {
            WarnOfRegistration(
                isRegistered: registration.Registers || !IsOff(cloud, RegistrationStatus.ConnectedId),
                isAccepted: registration.AcceptsTerms || !IsOff(cloud, RegistrationStatus.TermsId));
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

        var isConnecting = usesGateway && registration.Changes
            && (IsOff(cloud, RegistrationStatus.ConnectedId) || IsOff(cloud, RegistrationStatus.TermsId));
        await WarnOfRestartAsync(isConnecting, wantsReload, cancellationToken);
    }

    private static bool IsOff(IReadOnlyDictionary<string, Setting> settings, string id) =>
        settings.GetValueOrDefault(id) is { Value.ValueKind: JsonValueKind.False };

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

    private async Task WarnOfRestartAsync(bool isConnecting, bool wantsReload, CancellationToken cancellationToken)
    {
        SettingAttribute[] changing = [.. session.Changing(context.Config).Select(w => w.Attribute).Where(s => s.NeedsRestart)];
        if (changing.Length == 0 && !isConnecting)
        {
            return;
        }

        if (wantsReload && (await client.Server.GetInfoAsync(cancellationToken)).ReloadsPush)
        {
            return;
        }

        IEnumerable<string> reasons =
        [
            .. changing.Select(s => $"`{s.Path}`"),
            .. isConnecting ? (string[])["`rocketchat_workspace_registration`"] : [],
        ];
        context.Diagnostics.AddWarning(
            "Restart of Rocket.Chat needed",
            $"The change of {string.Join(", ", reasons)} takes effect only after Rocket.Chat is restarted, which this provider does not do."
            + (wantsReload ? " `reload` works with Rocket.Chat 8.7 and later." : " With Rocket.Chat 8.7 and later, set `reload = true` "
            + "to avoid the restart."),
            changing.Length > 0 ? changing[0].Place : AttributePath.Root);
    }
}
