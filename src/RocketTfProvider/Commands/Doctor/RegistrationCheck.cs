using RocketTfProvider.Connection;
using RocketTfProvider.Push;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks the registration with the cloud.</summary>
internal sealed class RegistrationCheck : IWorkspaceCheck
{
    public string Area => Areas.Registration;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        var status = await RegistrationStatus.ReadAsync(workspace.Client, cancellationToken);
        if (!status.Cloud.IsRegistered)
        {
            return "not registered";
        }

        if (!status.IsRegistered)
        {
            report.Add(WorkspaceFindings.CloudDisabled, "The connection to the cloud is disabled (setting Register_Server).");
        }

        if (!status.AcceptsTerms)
        {
            report.Add(
                WorkspaceFindings.TermsNotAccepted,
                $"The workspace is registered, but the terms of the cloud are not accepted (setting {RegistrationStatus.TermsId}).");
        }

        return "registered";
    }
}
