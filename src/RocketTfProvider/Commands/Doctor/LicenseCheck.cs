using RocketTfProvider.Connection;
using RocketTfProvider.License;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks that the license which the workspace was given is in effect, and for how long.</summary>
internal sealed class LicenseCheck(TimeProvider time) : IWorkspaceCheck
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromDays(30);

    public string Area => Areas.License;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        var client = workspace.Client;
        if (await client.License.GetAsync(cancellationToken) is not { IsValid: { } isValid } license)
        {
            return "not shown by the server";
        }

        if (!isValid)
        {
            var text = LicenseTable.TextIn(await client.Settings.ReadAsync([LicenseTable.SettingId], cancellationToken));
            if (text.Length == 0)
            {
                return "none";
            }

            report.Add(WorkspaceFindings.LicenseNotValid, "The workspace has a license, and the server does not use it.");
            return "not valid";
        }

        if (license.ValidUntil is { } end && end - time.GetUtcNow() < ShortestRest)
        {
            var days = Math.Max(0, (int)(end - time.GetUtcNow()).TotalDays);
            report.Add(WorkspaceFindings.LicenseExpires, $"The license ends in {days} days, on {end:yyyy-MM-dd}.");
        }

        return license.Modules.Count == 1 ? "valid, with 1 module" : $"valid, with {license.Modules.Count} modules";
    }
}
