using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks the version of the server.</summary>
internal sealed class VersionCheck : IWorkspaceCheck
{
    public string Area => Areas.Version;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        var info = await workspace.Client.Server.GetInfoAsync(cancellationToken);
        report.Version = info.Version.ToString();
        if (info.Support == VersionSupport.Tested)
        {
            return $"Rocket.Chat {info.Version}, tested";
        }

        var warnings = new DiagnosticList();
        await workspace.Run.Warnings.AddToAsync(warnings, cancellationToken);
        report.Add(FindingCodes.UntestedVersion, warnings[0].Detail);
        return $"Rocket.Chat {info.Version}, not tested";
    }
}
