using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>Reports at plan a problem that would fail the apply, with the severity that <c>plan_checks</c> sets.</summary>
internal static class PlanProblem
{
    /// <param name="workspace">The workspace with <see cref="Workspace.PlanChecks"/>.</param>
    /// <param name="found">The error of the apply.</param>
    /// <param name="diagnostics">Receives it.</param>
    /// <param name="mayComeLater">Whether another object of the same run could solve the problem.</param>
    /// <param name="isAsked">
    /// Whether the configuration newly asks for what cannot be done. An object that stays as it is must not block a plan, and thereby a
    /// destroy, because the server has changed: it gets a warning.
    /// </param>
    public static void Report(
        this Workspace workspace, Diagnostic found, DiagnosticList diagnostics, bool mayComeLater = true, bool isAsked = true)
    {
        if (workspace.PlanChecks != PlanChecks.Off && (!isAsked || workspace.PlanChecks == PlanChecks.Warn))
        {
            diagnostics.Add(found with { Severity = DiagnosticSeverity.Warning });
        }
        else if (workspace.PlanChecks == PlanChecks.Error)
        {
            diagnostics.Add(!mayComeLater ? found : found with
            {
                Detail = found.Detail + " If another resource in this run provides that first, set `plan_checks = \"warn\"` in the "
                    + "provider block.",
            });
        }
    }
}
