using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary><c>rocketchat_push_settings</c>: the push page of the administration, and the default notification preferences.</summary>
internal sealed class PushSettingsResource(Workspace workspace) : SettingsResource(workspace)
{
    private const string Reload = "reload";

    public override string TypeName => "rocketchat_push_settings";

    public override Schema Schema { get; } = SettingsSchema.Build(
        "The push notifications of the workspace, and the notifications that users get by default. What is not set here is not managed and not touched.",
        PushSettingsTable.Settings,
        PushSettingsTable.Groups,
        new SchemaAttribute(Reload, TfType.Bool, AttributeUse.Optional)
        {
            Description = "Whether to have the server take up changes that otherwise need a restart, by switching push off and on again. Works with Rocket.Chat 8.7 "
                + "and later; needs `enabled = true`.",
        },
        new SchemaAttribute(RestartRequired, TfType.Bool, AttributeUse.Computed)
        {
            Description = "Whether the last apply changed something (or registered the workspace, in the same run) that the server takes up only when it is started anew.",
        });

    protected override ImmutableArray<SettingAttribute> Settings => PushSettingsTable.Settings;

    protected override string Id => "push";

    private RegistrationRun Registration => Workspace.Run.Of<RegistrationRun>();

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        base.Validate(config, diagnostics);
        if (config.At(Reload).Equals(TfValue.True) && !config.At(PushSettingsTable.Enabled).IsUnknown && !config.At(PushSettingsTable.Enabled).Equals(TfValue.True))
        {
            diagnostics.AddError(
                "Conflicting attributes",
                "`reload = true` switches push off and on again, so it needs `enabled = true`.",
                AttributePath.To(Reload));
        }
    }

    protected override async Task ReviewAsync(SettingsReview review, CancellationToken cancellationToken)
    {
        var usesGateway = review.Coming(PushSettingsTable.Enabled).Equals(TfValue.True) && review.Coming(PushSettingsTable.GatewayEnabled).Equals(TfValue.True);
        var names = PushSettingsTable.Settings.Where(s => review.Plan.Config.At(s.Path).IsPresent).Select(s => s.Path).ToHashSet(StringComparer.Ordinal);
        var run = Registration;
        var cloud = await review.Client.Settings.ReadAsync([RegistrationStatus.ConnectedId, RegistrationStatus.TermsId], cancellationToken);
        if (usesGateway && (names.Contains(PushSettingsTable.Enabled) || names.Contains(PushSettingsTable.GatewayEnabled)))
        {
            TellRegistration(review, isRegistered: run.Registers || !IsOff(cloud, RegistrationStatus.ConnectedId), isAccepted: run.AcceptsTerms || !IsOff(cloud, RegistrationStatus.TermsId));
        }

        if (usesGateway && review.Plan.Config.At(PushSettingsTable.MobileDefault).Equals(TfValue.Of("all")) && IsNew(review))
        {
            review.Diagnostics.AddWarning(
                "Every message counts",
                "With `default_notifications.mobile = \"all\"` each message is a notification for everybody who did not choose otherwise, and the gateway takes a "
                + "limited number of them a month (10,000 for a workspace without a paid plan). `mentions` is easier on it.",
                AttributePath.To("default_notifications"));
        }

        var isConnecting = usesGateway && run.Changes && (IsOff(cloud, RegistrationStatus.ConnectedId) || IsOff(cloud, RegistrationStatus.TermsId));
        await TellRestartAsync(review, isConnecting, cancellationToken);
    }

    protected override bool WantsReload(SettingsModel config) => config.At(Reload).Equals(TfValue.True);

    // What is not known yet may be so.
    protected override bool NeedsRestartFor(RocketChatClient client, SettingsModel coming, bool isApplied) =>
        (isApplied ? Registration.HasChanged : Registration.Changes)
        && !coming.At(PushSettingsTable.Enabled).Equals(TfValue.False)
        && !coming.At(PushSettingsTable.GatewayEnabled).Equals(TfValue.False);

    protected override async Task<bool> ReloadAsync(RocketChatClient client, CancellationToken cancellationToken)
    {
        if (!(await client.Server.GetInfoAsync(cancellationToken)).ReloadsPush)
        {
            return false;
        }

        await client.Settings.ChangeAsync([new SettingChange(PushSettingsTable.PushEnable, SettingJson.Of(TfValue.False))], cancellationToken);
        await client.Settings.ChangeAsync([new SettingChange(PushSettingsTable.PushEnable, SettingJson.Of(TfValue.True))], cancellationToken);
        return true;
    }

    // The note is worth its lines when it can still change a mind: not in each plan afterwards.
    private static bool IsNew(SettingsReview review) => review.Plan.Prior is null
        || review.Changing.Any(s => s.Path is PushSettingsTable.MobileDefault or PushSettingsTable.Enabled or PushSettingsTable.GatewayEnabled);

    private static void TellRegistration(SettingsReview review, bool isRegistered, bool isAccepted)
    {
        List<string> missing = [.. isRegistered ? [] : (string[])["the workspace is not registered"], .. isAccepted ? [] : (string[])["the privacy terms of the cloud are not accepted"]];
        if (missing.Count > 0)
        {
            review.Diagnostics.AddWarning(
                "Gateway without registration",
                $"The push gateway is on, but {string.Join(" and ", missing)}: it will deliver nothing. Register the workspace with the resource "
                + "`rocketchat_workspace_registration`, and let this resource depend on it.",
                AttributePath.To("gateway"));
        }
    }

    private static async Task TellRestartAsync(SettingsReview review, bool isConnecting, CancellationToken cancellationToken)
    {
        var changing = review.Changing.Where(s => s.NeedsRestart).ToList();
        if (changing.Count == 0 && !isConnecting)
        {
            return;
        }

        var wantsReload = review.Plan.Config.At(Reload).Equals(TfValue.True);
        if (wantsReload && (await review.Client.Server.GetInfoAsync(cancellationToken)).ReloadsPush)
        {
            return;
        }

        IEnumerable<string> reasons = [.. changing.Select(s => $"`{s.Path}`"), .. isConnecting ? (string[])["`rocketchat_workspace_registration`"] : []];
        review.Diagnostics.AddWarning(
            "Restart of Rocket.Chat needed",
            $"The server takes up the change of {string.Join(", ", reasons)} only when it is started anew, which this provider does not do."
            + (wantsReload ? " `reload` works with Rocket.Chat 8.7 and later." : " With Rocket.Chat 8.7 and later `reload = true` does without."),
            changing.Count > 0 ? changing[0].Place : AttributePath.Root);
    }

    private static bool IsOff(IReadOnlyDictionary<string, Setting> settings, string id) =>
        settings.GetValueOrDefault(id) is { Value.ValueKind: JsonValueKind.False };
}
