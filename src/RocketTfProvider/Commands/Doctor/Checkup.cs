using System.Collections.Immutable;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>All checks of one workspace. A part that cannot be read is a finding, and the other parts are checked all the same.</summary>
internal sealed class Checkup(Workspace workspace, RocketChatClientOptions options, ImmutableArray<string> resolvers, TimeProvider time)
{
    private readonly ImmutableArray<IWorkspaceCheck> _checks =
    [
        new VersionCheck(),
        new AccountCheck(options),
        new PermissionsCheck(),
        new RateLimitCheck(),
        new EnvironmentCheck(),
        new RegistrationCheck(),
        new LicenseCheck(time),
        new PushCheck(),
        new FederationCheck(resolvers),
    ];

    public async Task<DoctorReport> RunAsync(Action<string> showProgress, CancellationToken cancellationToken)
    {
        var report = new DoctorReport(workspace.Url);
        showProgress(Areas.Connection);
        try
        {
            await workspace.Client.Account.GetAsync(cancellationToken);
            await workspace.Run.Identity.RequireExpectedAsync(cancellationToken);
        }
        catch (RocketChatException failure)
        {
            report.Add(Areas.Connection, ConnectionFindings.Of(failure));
            return report;
        }
        catch (DiagnosticException fault)
        {
            report.Add(FindingCodes.UnexpectedWorkspace, fault.Diagnostic.Detail);
            return report;
        }

        new ConnectionCheck(options, time).Run(workspace, report);
        foreach (var check in _checks)
        {
            showProgress(check.Area);
            try
            {
                report.Note(check.Area, await check.RunAsync(workspace, report, cancellationToken));
            }
            catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.Forbidden)
            {
                // The permission is among the missing ones.
                report.Note(check.Area, "not readable without a permission that is missing");
            }
            catch (RocketChatException failure)
            {
                report.Note(check.Area, "not readable");
                report.Add(check.Area, new(FindingCodes.NotReadable, ConnectionFindings.Of(failure).What));
            }
        }

        return report;
    }
}
