using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>Says in a plan what the apply would stumble over, as loudly as <c>plan_checks</c> wants.</summary>
internal static class PlanFinding
{
    /// <param name="workspace">Whose <see cref="Workspace.PlanChecks"/> holds.</param>
    /// <param name="found">The error of the apply.</param>
    /// <param name="diagnostics">Receives it.</param>
    /// <param name="mayComeLater">Whether something in the same run could put it right.</param>
    public static void Report(this Workspace workspace, Diagnostic found, DiagnosticList diagnostics, bool mayComeLater = true)
    {
        if (workspace.PlanChecks == PlanChecks.Warn)
        {
            diagnostics.Add(found with { Severity = DiagnosticSeverity.Warning });
        }
        else if (workspace.PlanChecks == PlanChecks.Error)
        {
            diagnostics.Add(!mayComeLater ? found : found with
            {
                Detail = found.Detail + " If something in this same run creates it, set `plan_checks = \"warn\"` in the provider block.",
            });
        }
    }
}
