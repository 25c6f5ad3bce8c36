using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>What is remarked on the plan of any resource that is made of settings.</summary>
internal static class SettingsRemarks
{
    public static void TellAbsent(SettingsReview review, PlanChecks checks)
    {
        foreach (var setting in review.Settings.Where(s => review.Plan.Config.At(s.Path).IsPresent && s.IdAmong(review.Live) is null))
        {
            review.Diagnostics.Add(checks == PlanChecks.Error ? setting.Absent : setting.Absent with { Severity = DiagnosticSeverity.Warning });
        }
    }

    // The plan of a new object shows no former values; that of a change does.
    public static void TellOverwritten(SettingsReview review)
    {
        if (review.Plan.Prior is not null)
        {
            return;
        }

        var lines = review.Changing.Select(s =>
        {
            var id = s.IdAmong(review.Live)!;
            return s.IsSecret
                ? $"`{id}` (sensitive)"
                : $"`{id}` from {review.Live[id].Value.GetRawText()} to {SettingJson.Of(review.Plan.Config.At(s.Path)).GetRawText()}";
        }).ToList();
        if (lines.Count > 0)
        {
            review.Diagnostics.AddWarning("Settings will be overwritten", $"The server has other values now: {string.Join("; ", lines)}.");
        }
    }

    /// <summary>What the last apply managed and the configuration does not name any more.</summary>
    public static void TellLetGo(PlanContext<SettingsModel> context, ImmutableArray<SettingAttribute> settings, SettingsMemory memory)
    {
        var letGo = settings.Where(s => memory.Manages(s) && !s.IsNamedIn(context.Config)).ToList();
        if (context.Prior is not null && letGo.Count > 0)
        {
            context.Diagnostics.AddWarning(
                "Settings no longer managed",
                $"The configuration does not name {string.Join(", ", letGo.Select(s => $"`{s.Path}`"))} any more: from this apply on, what the server has stays as it "
                + "is, and no plan and no destroy touches it.");
        }
    }

    /// <summary>What a destroy could not restore.</summary>
    public static void TellUnrestorable(SettingsReview review, SettingsMemory memory)
    {
        if (!review.Plan.Planned.At(OnDestroy.Name).Equals(TfValue.Of(OnDestroy.Restore)))
        {
            return;
        }

        var lost = review.Settings.Where(s => s.IdAmong(review.Live) is { } id && memory.Before(id) is null
            && s.IsNamedIn(review.Plan.Config) && (memory.Manages(s) || review.Live[id].IsMasked)).ToList();
        if (lost.Count > 0)
        {
            review.Diagnostics.AddWarning(
                "Values from before are not known",
                $"`on_destroy` is \"restore\", but what {string.Join(", ", lost.Select(s => $"`{s.Path}`"))} had before is not kept: the server does not show it, or it "
                + "is a secret and `on_destroy` was another one as it was first sent. A destroy will restore the other settings and fail for these.",
                AttributePath.To(OnDestroy.Name));
        }
    }

    public static void TellForgottenVersions(SettingsReview review, SettingsMemory memory)
    {
        var (context, live) = (review.Plan, review.Live);
        foreach (var setting in review.Settings.Where(s => s.IsSecret))
        {
            if (context.Config.At(setting.WriteOnlyPath) is { IsPresent: true } value
                && setting.IdAmong(live) is { } id
                && memory.HasSent(id)
                && !memory.IsLastSent(id, value.String)
                && context.Prior?.At(setting.VersionPath).Equals(context.Planned.At(setting.VersionPath)) == true)
            {
                context.Diagnostics.AddWarning(
                    "New secret will not be sent",
                    $"`{setting.WriteOnlyPath}` has another value than the one that was sent last, but `{setting.VersionPath}` is the same. Raise it to have the new value sent.",
                    SettingAttribute.PlaceOf(setting.VersionPath));
            }
        }
    }

    public static void TellIneffective(
        SettingsModel config, ImmutableArray<SettingAttribute> settings, IReadOnlyDictionary<string, Setting> live, DiagnosticList diagnostics)
    {
        foreach (var setting in settings)
        {
            if (setting.IdAmong(live) is { } id && live[id].EffectiveValue is { } effective && config.At(setting.Path) is { IsPresent: true } wanted
                && SettingJson.Read(live[id].Value, setting.Kind).Equals(wanted))
            {
                diagnostics.Add(Ineffective(id, effective, setting.Place));
            }
        }
    }

    public static Diagnostic Ineffective(string id, JsonElement effective, AttributePath place) => Diagnostic.Warning(
        "Stored, not effective",
        $"`{id}` is stored as configured, but the workspace's licence does not cover it: {effective.GetRawText()} is in effect.",
        place);
}
