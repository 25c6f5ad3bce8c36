using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.License;

/// <summary>The checks of a plan against the server, which since 8.7 also judges a license that it does not have yet.</summary>
internal sealed class LicenseReview(Workspace workspace, SettingsSession session, PlanContext<SettingsModel> context)
{
    /// <param name="isSent">Whether the apply gives the server the license.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task RunAsync(bool isSent, CancellationToken cancellationToken)
    {
        var info = await workspace.Client.License.GetAsync(cancellationToken);
        if (isSent && (info is null || session.Absent(context.Config).Any()))
        {
            Report(LicenseDiagnostics.CannotBeManaged, mayComeLater: false);
            return;
        }

        foreach (var wanted in isSent ? session.Changing(context.Config) : [])
        {
            if (context.Prior is null && LicenseTable.TextOf(wanted.Live).Length > 0)
            {
                context.Diagnostics.Add(LicenseDiagnostics.Replaced(info));
            }

            if (await workspace.Client.License.ValidateAsync(wanted.Secret, cancellationToken) is { IsAccepted: false } verdict)
            {
                Report(LicenseDiagnostics.NotAccepted(verdict.Reasons), mayComeLater: verdict.Reasons.Contains("url"));
            }
        }

        await session.ReviewAsync(SettingsPlan.Of(context), cancellationToken);
    }

    private void Report(Diagnostic problem, bool mayComeLater) =>
        workspace.Report(problem, context.Diagnostics, mayComeLater, isAsked: context.Prior is null);
}
