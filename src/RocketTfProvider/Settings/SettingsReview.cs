using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>The checks of a plan of settings against the server that every resource with settings of its own shares.</summary>
internal sealed class SettingsReview(Workspace workspace, SettingsSession session, SettingsPlan plan, DiagnosticList diagnostics)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var setting in session.Absent(plan.Config))
        {
            workspace.Report(setting.Absent, diagnostics, mayComeLater: false, isAsked: !session.Manages(setting));
        }

        foreach (var lost in session.Unresettable(plan))
        {
            workspace.Report(lost, diagnostics, mayComeLater: false);
        }

        WantedSetting[] wanted = [.. session.Wanted(plan.Config)];
        await SettingRights.ReviewAsync(workspace, wanted, isNew: plan.Prior is null, diagnostics, cancellationToken);
        await AddIneffectiveAsync(wanted, cancellationToken);
    }

    // A stored value shows the effective one beside it; for a value that will be stored, the license decides.
    private async Task AddIneffectiveAsync(IEnumerable<WantedSetting> wanted, CancellationToken cancellationToken)
    {
        foreach (var setting in wanted)
        {
            var effective = setting.IsLive ? setting.Live.EffectiveValue
                : await IsCoveredAsync(setting.Live, cancellationToken) ? null
                : setting.Live.ValueWithoutLicense;
            if (effective is { } value && !JsonElement.DeepEquals(value, setting.Json))
            {
                SettingsDiagnostics.AddIneffective(setting, value, diagnostics);
            }
        }
    }

    // The server needs every module that the setting names.
    private async Task<bool> IsCoveredAsync(Setting live, CancellationToken cancellationToken)
    {
        foreach (var module in live.Enterprise == true ? live.Modules : [])
        {
            if (await workspace.Client.License.HasModuleAsync(module, cancellationToken) == false)
            {
                return false;
            }
        }

        return true;
    }
}
