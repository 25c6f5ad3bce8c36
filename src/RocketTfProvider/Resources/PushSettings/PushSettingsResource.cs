using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Configuration;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.PushSettings;

/// <summary><c>rocketchat_push_settings</c>: the push page of the administration, and the default notification preferences.</summary>
internal sealed class PushSettingsResource(Workspace workspace, SettingClaims claims) : SettingsResource(workspace, claims)
{
    private const string Reload = "reload";
    private const string RegisterServer = "Register_Server";
    private const string AgreePrivacyTerms = "Cloud_Service_Agree_PrivacyTerms";

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
            Description = "Whether the last apply changed something that the server takes up only when it is started anew.",
        });

    protected override ImmutableArray<SettingAttribute> Settings => PushSettingsTable.Settings;

    protected override string Id => "push";

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
        if (usesGateway && review.Plan.Config.At(PushSettingsTable.GatewayEnabled).Equals(TfValue.True))
        {
            await TellRegistrationAsync(review, cancellationToken).ConfigureAwait(false);
        }

        if (usesGateway && review.Changing.Any(s => s.Path == PushSettingsTable.MobileDefault) && review.Plan.Config.At(PushSettingsTable.MobileDefault).Equals(TfValue.Of("all")))
        {
            review.Diagnostics.AddWarning(
                "Every message counts",
                "With `default_notifications.mobile = \"all\"` each message is a notification for everybody who did not choose otherwise, and the gateway takes a "
                + "limited number of them a month (10,000 for a workspace without a paid plan). `mentions` is easier on it.",
                AttributePath.To("default_notifications"));
        }

        await TellRestartAsync(review, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task<bool> ReloadAsync(SettingsModel config, RocketChatClient client, CancellationToken cancellationToken)
    {
        if (!config.At(Reload).Equals(TfValue.True) || !(await client.Server.GetInfoAsync(cancellationToken).ConfigureAwait(false)).ReloadsPush)
        {
            return false;
        }

        await client.Settings.ChangeAsync([new SettingChange(PushSettingsTable.PushEnable, SettingJson.Of(TfValue.False))], cancellationToken).ConfigureAwait(false);
        await client.Settings.ChangeAsync([new SettingChange(PushSettingsTable.PushEnable, SettingJson.Of(TfValue.True))], cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task TellRegistrationAsync(SettingsReview review, CancellationToken cancellationToken)
    {
        var cloud = await review.Client.Settings.ReadAsync([RegisterServer, AgreePrivacyTerms], cancellationToken).ConfigureAwait(false);
        var missing = new List<string>();
        if (IsOff(cloud, RegisterServer))
        {
            missing.Add("the workspace is not registered");
        }

        if (IsOff(cloud, AgreePrivacyTerms))
        {
            missing.Add("the privacy terms of the cloud are not accepted");
        }

        if (missing.Count > 0)
        {
            review.Diagnostics.AddWarning(
                "Gateway without registration",
                $"`gateway.enabled` is true, but {string.Join(" and ", missing)}: the gateway will deliver nothing. Register the workspace with the resource "
                + "`rocketchat_workspace_registration`, and let this resource depend on it.",
                AttributePath.To("gateway").Attribute("enabled"));
        }
    }

    private static async Task TellRestartAsync(SettingsReview review, CancellationToken cancellationToken)
    {
        var changing = review.Changing.Where(s => s.NeedsRestart).ToList();
        if (changing.Count == 0)
        {
            return;
        }

        var wantsReload = review.Plan.Config.At(Reload).Equals(TfValue.True);
        if (wantsReload && (await review.Client.Server.GetInfoAsync(cancellationToken).ConfigureAwait(false)).ReloadsPush)
        {
            return;
        }

        review.Diagnostics.AddWarning(
            "Restart of Rocket.Chat needed",
            $"The server takes up the change of {string.Join(", ", changing.Select(s => $"`{s.Path}`"))} only when it is started anew, which this provider does not do."
            + (wantsReload ? " `reload` works with Rocket.Chat 8.7 and later." : " With Rocket.Chat 8.7 and later `reload = true` does without."),
            changing[0].Place);
    }

    private static bool IsOff(IReadOnlyDictionary<string, Setting> settings, string id) =>
        settings.GetValueOrDefault(id) is { Value.ValueKind: JsonValueKind.False };
}
