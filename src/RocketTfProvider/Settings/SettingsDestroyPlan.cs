using RocketTfProvider.Connection;
using TerraformPlugin;

namespace RocketTfProvider.Settings;

/// <summary>The plan of a destroy of settings.</summary>
internal static class SettingsDestroyPlan
{
    /// <summary>Reports which settings the destroy gives which values.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="prior">The object.</param>
    /// <param name="context">The call.</param>
    /// <param name="open">Reads the object's settings.</param>
    public static async Task ReviewAsync(
        Workspace workspace, SettingsModel prior, CallContext context, Func<Task<SettingsSession>> open)
    {
        if (!workspace.IsKnown)
        {
            return;
        }

        var run = workspace.Run.Of<SettingsRun>();
        run.PlanDelete(context.Private);
        var mode = OnDestroy.Of(prior);
        if (mode != OnDestroy.Keep && workspace.PlanChecks != PlanChecks.Off)
        {
            (await open()).Undo(mode, run).Review(context.Diagnostics);
        }
    }
}
