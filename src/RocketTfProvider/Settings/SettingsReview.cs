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

        if (Unresettable() is { Length: > 0 } lost)
        {
            workspace.Report(SettingsDiagnostics.Unresettable(lost), diagnostics, mayComeLater: false);
        }

        WantedSetting[] wanted = [.. session.Wanted(plan.Config)];
        await SettingRights.ReviewAsync(workspace, wanted, isNew: plan.Prior is null, diagnostics, cancellationToken);
        await AddIneffectiveAsync(wanted, cancellationToken);
    }

    // The settings that a later destroy is now asked to reset, although their packaged value is not known.
    private string[] Unresettable()
    {
        if (!plan.Resets)
        {
            return [];
        }

        var isAsked = plan.Prior is null || OnDestroy.Of(plan.Prior) != OnDestroy.Reset;
        return
        [
            .. session.Wanted(plan.Config)
                .Where(w => w.Live.PackageValue is null && w.Attribute.PackageValue is null && (isAsked || !session.Manages(w.Attribute)))
                .Select(w => w.Id),
        ];
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
