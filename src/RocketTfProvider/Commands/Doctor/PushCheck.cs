using System.Text.Json;
using RocketTfProvider.Connection;
using RocketTfProvider.Push;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks whether push notifications can be delivered.</summary>
internal sealed class PushCheck : IWorkspaceCheck
{
    private static readonly AttributePath GatewayUrl = AttributePath.To("gateway").Attribute("url");

    public string Area => Areas.Push;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        string[] further = [RegistrationStatus.ConnectedId, RegistrationStatus.TermsId];
        var live = await workspace.Client.Settings.ReadAsync(
            [.. PushSettingsTable.Settings.SelectMany(row => row.Ids), .. further], cancellationToken);
        if (!IsOn(live, PushSettingsTable.PushEnable))
        {
            return "disabled";
        }

        if (Value(live, PushSettingsTable.GatewayEnabled).Equals(TfValue.True))
        {
            CheckGateway(live, report);
            return "enabled, through the gateway";
        }

        var credentials = PushSettingsTable.Settings.Where(row => row.IsSecret && row.Path is not "apns.passphrase");
        if (!credentials.Any(row => row.IdAmong(live) is { } id && HasText(live[id])))
        {
            report.Add(WorkspaceFindings.PushWithoutCredentials, "Push is enabled without the gateway and without credentials.");
        }

        return "enabled, without the gateway";
    }

    private static void CheckGateway(IReadOnlyDictionary<string, Setting> live, DoctorReport report)
    {
        List<string> missing =
        [
            .. IsOn(live, RegistrationStatus.ConnectedId) ? [] : (string[])["the workspace is not registered"],
            .. IsOn(live, RegistrationStatus.TermsId) ? [] : (string[])["the terms of the cloud are not accepted"],
        ];
        if (missing.Count > 0)
        {
            report.Add(
                WorkspaceFindings.GatewayWithoutRegistration,
                $"Push uses the gateway, but {string.Join(" and ", missing)}.");
        }

        var diagnostics = new DiagnosticList();
        if (Value(live, "gateway.url") is { IsPresent: true } address)
        {
            GatewayAddress.Validator(address, GatewayUrl, diagnostics);
        }

        if (diagnostics.HasErrors)
        {
            report.Add(WorkspaceFindings.InvalidGatewayAddress, "The address of the gateway (setting Push_gateway) is not an address.");
        }
    }

    private static TfValue Value(IReadOnlyDictionary<string, Setting> live, string path) =>
        PushSettingsTable.Settings.Single(row => row.Path == path) is var row && row.IdAmong(live) is { } id && !live[id].IsMasked
            ? SettingJson.Read(live[id].Value, row.Kind)
            : TfValue.Null;

    private static bool IsOn(IReadOnlyDictionary<string, Setting> live, string id) =>
        live.GetValueOrDefault(id) is { Value.ValueKind: JsonValueKind.True };

    private static bool HasText(Setting setting) =>
        setting.IsMasked || setting.Value is { ValueKind: JsonValueKind.String } value && value.GetString() != "";
}
