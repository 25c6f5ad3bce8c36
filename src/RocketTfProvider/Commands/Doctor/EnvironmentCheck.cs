using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Looks for settings that the server's environment decides, which only the administration panel sees.</summary>
internal sealed class EnvironmentCheck : IWorkspaceCheck
{
    /// <summary>A counter of 3.x, which the server blocks without a variable.</summary>
    private const string OwnCounter = "GoogleVision_Current_Month_Calls";

    public string Area => Areas.Environment;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        if (await workspace.Client.Settings.ListPanelAsync(cancellationToken) is not { } settings)
        {
            return "not shown by this version";
        }

        var forced = Ids(settings.Where(setting => setting.IsFromEnvironment));
        var blocked = Ids(settings.Where(setting => setting.IsBlocked && setting.Id != OwnCounter));
        if (forced.Length > 0)
        {
            report.Add(
                WorkspaceFindings.SettingsFromEnvironment,
                $"The server took the value of these settings from its environment: {string.Join(", ", forced)}.");
        }

        if (blocked.Length > 0)
        {
            report.Add(
                WorkspaceFindings.SettingsBlocked, $"The server's environment blocks these settings: {string.Join(", ", blocked)}.");
        }

        return settings.Count == 0 ? "not shown to this account"
            : forced.Length + blocked.Length == 0 ? "no settings from it"
            : $"{forced.Length} settings from it, {blocked.Length} blocked";
    }

    private static string[] Ids(IEnumerable<PanelSetting> settings) =>
        [.. settings.Select(setting => setting.Id).Order(StringComparer.Ordinal)];
}
