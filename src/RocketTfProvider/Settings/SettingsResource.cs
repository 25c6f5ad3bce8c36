using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Configuration;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>
/// A resource that the workspace has once and that is made of settings. What the configuration names is managed; the rest is only
/// shown, but for secrets, which never come into the state unless somebody wrote or imported them.
/// </summary>
internal abstract class SettingsResource(Workspace workspace, SettingClaims claims) : Resource<SettingsModel>
{
    /// <summary>The attribute that says whether the server has to be started anew; a schema may have it or not.</summary>
    protected const string RestartRequired = "restart_required";

    private const string Imported = "imported";

    /// <summary>The table.</summary>
    protected abstract ImmutableArray<SettingAttribute> Settings { get; }

    /// <summary>The only id that it has, for the state and for imports.</summary>
    protected abstract string Id { get; }

    private IReadOnlyCollection<string> AllIds => [.. Settings.SelectMany(s => s.Ids)];

    /// <summary>Remarks on a plan; nothing is planned by what they see.</summary>
    protected virtual Task ReviewAsync(SettingsReview review, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes the server take up what needs a restart, if there is a way.</summary>
    /// <returns>Whether that was done.</returns>
    protected virtual Task<bool> ReloadAsync(SettingsModel config, RocketChatClient client, CancellationToken cancellationToken) => Task.FromResult(false);

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        foreach (var setting in Settings.Where(s => s.IsSecret))
        {
            var (twin, version) = (config.At(setting.WriteOnlyPath), config.At(setting.VersionPath));
            if (twin.IsPresent && config.At(setting.Path).IsPresent)
            {
                diagnostics.AddError("Conflicting attributes", $"Only one of `{setting.Path}` and `{setting.WriteOnlyPath}` can be set.", setting.Place);
            }

            if (twin.IsPresent && version.IsNull)
            {
                diagnostics.AddError(
                    "Missing attribute",
                    $"`{setting.VersionPath}` must be set together with `{setting.WriteOnlyPath}`: begin with 1, and raise it to have a new value sent.",
                    SettingAttribute.PlaceOf(setting.WriteOnlyPath));
            }
        }
    }

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var memory = new SettingsMemory(context.Private);
        foreach (var setting in Settings.Where(s => context.Config.At(s.Path).IsNull && context.Planned.At(s.Path) is var planned && (planned.IsUnknown || s.IsSecret)))
        {
            var prior = context.Prior?.At(setting.Path);
            var forgets = setting.IsSecret && (prior is null || !context.Config.At(setting.WriteOnlyPath).IsNull || IsManaged(memory, setting));
            context.Planned = context.Planned.With(setting.Path, forgets ? TfValue.Null : prior ?? TfValue.Unknown);
        }

        if (!workspace.IsKnown)
        {
            return;
        }

        var client = workspace.Client;
        TellClaims(context, client);
        if (workspace.PlanChecks != PlanChecks.Off)
        {
            var live = await client.Settings.ReadAsync(AllIds, cancellationToken).ConfigureAwait(false);
            var review = new SettingsReview(context, client, live, Settings);
            TellAbsent(review);
            TellOverwritten(review);
            TellForgottenVersions(context, memory, live);
            TellIneffective(context.Config, live, context.Diagnostics);
            await ReviewAsync(review, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override Task<SettingsModel> CreateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override Task<SettingsModel> UpdateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override async Task<SettingsModel?> ReadAsync(SettingsModel state, CallContext context, CancellationToken cancellationToken)
    {
        var memory = new SettingsMemory(context.Private);
        var isImport = context.Private.TryGet(Imported, out _);
        var live = await workspace.Client.Settings.ReadAsync(AllIds, cancellationToken).ConfigureAwait(false);
        var drift = new SettingDrift();
        foreach (var setting in Settings)
        {
            if (setting.IdAmong(live) is not { } id)
            {
                state = state.With(setting.Path, TfValue.Null);
            }
            else if (!live[id].IsMasked)
            {
                if (isImport)
                {
                    memory.KeepBefore(id, live[id].Value);
                }

                state = Refresh(state, setting, live[id], isImport, memory, drift);
            }
        }

        context.Private.Set(Imported, null);
        drift.Tell(context.Diagnostics);
        return state;
    }

    protected override async Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var mode = prior.At(OnDestroy.Name) is { IsPresent: true } chosen ? chosen.Text : OnDestroy.Keep;
        if (mode == OnDestroy.Keep)
        {
            return;
        }

        var memory = new SettingsMemory(context.Private);
        var client = workspace.Client;
        var live = await client.Settings.ReadAsync(AllIds, cancellationToken).ConfigureAwait(false);
        var changes = new List<(SettingAttribute Setting, SettingChange Change)>();
        var lost = new List<string>();
        foreach (var setting in Settings.Where(s => memory.Managed.Count == 0 || IsManaged(memory, s)))
        {
            if (setting.IdAmong(live) is not { } id)
            {
                continue;
            }

            var value = mode == OnDestroy.Reset ? live[id].PackageValue ?? setting.DefaultValue : memory.Before(id);
            if (value is { } known)
            {
                changes.Add((setting, new SettingChange(id, known)));
            }
            else
            {
                lost.Add(id);
            }
        }

        foreach (var stage in changes.GroupBy(c => c.Setting.Stage).OrderByDescending(g => g.Key))
        {
            await client.Settings.ChangeAsync([.. stage.Select(c => c.Change)], cancellationToken).ConfigureAwait(false);
        }

        if (lost.Count > 0)
        {
            throw new DiagnosticException(
                "Values from before are not known",
                $"The values that {string.Join(", ", lost.Select(id => $"`{id}`"))} had before are not kept in the state, so they cannot be restored; the others "
                + "are. Secrets are kept only while `on_destroy` is \"restore\". Set the values by hand, then apply `on_destroy = \"keep\"` and destroy again.",
                AttributePath.To(OnDestroy.Name));
        }
    }

    protected override Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        if (id != Id)
        {
            throw new DiagnosticException("Invalid import id", $"A workspace has one `{TypeName}`; its id is `{Id}`, not `{id}`.");
        }

        context.Private.Set(Imported, "true");
        return Task.FromResult(new SettingsModel(SettingsShape.Empty(Schema.Attributes)
            .With("id", TfValue.Of(Id))
            .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep))));
    }

    private static bool IsManaged(SettingsMemory memory, SettingAttribute setting)
    {
        var managed = memory.Managed;
        return setting.Ids.Any(managed.Contains);
    }

    private static SettingsModel Refresh(
        SettingsModel state, SettingAttribute setting, Setting live, bool isImport, SettingsMemory memory, SettingDrift drift)
    {
        var stored = state.At(setting.Path);
        var now = SettingJson.Read(live.Value, setting.Kind);
        if (!setting.IsSecret)
        {
            if (stored.IsPresent && !stored.Equals(now) && IsManaged(memory, setting))
            {
                drift.Add(live.Id, SettingJson.Of(stored), live.Value, memory.Before(live.Id));
            }

            return state.With(setting.Path, now);
        }

        if (isImport || stored.IsPresent)
        {
            if (stored.IsPresent && !stored.Equals(now) && IsManaged(memory, setting))
            {
                drift.Add(live.Id, null, null, null);
            }

            return state.With(setting.Path, isImport && now is { IsPresent: true, Text: "" } ? TfValue.Null : now);
        }

        // Nothing of a write-only value is stored but its hash; without its version the plan will have it sent again.
        if (state.At(setting.VersionPath).IsPresent && memory.HasSent(live.Id) && !(now.IsPresent && memory.IsLastSent(live.Id, now.Text)))
        {
            drift.Add(live.Id, null, null, null);
            return state.With(setting.VersionPath, TfValue.Null);
        }

        return state;
    }

    private async Task<SettingsModel> ApplyAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var memory = new SettingsMemory(context.Private);
        var client = workspace.Client;
        var live = await client.Settings.ReadAsync(AllIds, cancellationToken).ConfigureAwait(false);
        var wanted = Wanted(context.Config, live);
        var restores = context.Planned.At(OnDestroy.Name) is { IsPresent: true, Text: OnDestroy.Restore };
        foreach (var (setting, id, _) in wanted)
        {
            if (!live[id].IsMasked && (restores || !setting.IsSecret || SettingJson.Read(live[id].Value, SettingKind.Text).Equals(TfValue.Of(""))))
            {
                memory.KeepBefore(id, live[id].Value);
            }
        }

        memory.Managed = wanted.Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        var result = Complete(context, live);
        if (context.Prior is null && restores)
        {
            // What has to be restored must not be lost with an apply that fails half-way.
            context.SavePartial(result);
        }

        var written = new List<SettingAttribute>();
        foreach (var stage in wanted.Where(w => MustSend(w, live[w.Id], context, memory)).GroupBy(w => w.Setting.Stage).OrderBy(g => g.Key))
        {
            await client.Settings.ChangeAsync([.. stage.Select(w => new SettingChange(w.Id, SettingJson.Of(w.Value)))], cancellationToken).ConfigureAwait(false);
            written.AddRange(stage.Select(w => w.Setting));
            foreach (var secret in stage.Where(w => w.Setting.IsSecret))
            {
                memory.Sent(secret.Id, secret.Value.Text);
            }
        }

        if (written.Count > 0 && wanted.Any(w => live[w.Id].Enterprise == true))
        {
            var now = await client.Settings.ReadAsync(AllIds, cancellationToken).ConfigureAwait(false);
            TellIneffective(context.Config, now, context.Diagnostics);
        }

        if (context.Planned.Value.Attributes.ContainsKey(RestartRequired) && result.At(RestartRequired).IsUnknown)
        {
            var needed = written.Exists(s => s.NeedsRestart) && !await ReloadAsync(context.Config, client, cancellationToken).ConfigureAwait(false);
            result = result.With(RestartRequired, TfValue.Of(needed));
        }

        return result;
    }

    private List<(SettingAttribute Setting, string Id, TfValue Value)> Wanted(SettingsModel config, IReadOnlyDictionary<string, Setting> live)
    {
        var wanted = new List<(SettingAttribute Setting, string Id, TfValue Value)>();
        foreach (var setting in Settings)
        {
            var value = config.At(setting.Path);
            if (!value.IsPresent && setting.IsSecret)
            {
                value = config.At(setting.WriteOnlyPath);
            }

            if (value.IsPresent)
            {
                wanted.Add((setting, setting.IdAmong(live) ?? throw new DiagnosticException(setting.Absent), value));
            }
        }

        return wanted;
    }

    private static bool MustSend(
        (SettingAttribute Setting, string Id, TfValue Value) wanted, Setting live, ApplyContext<SettingsModel> context, SettingsMemory memory)
    {
        var (setting, id, value) = wanted;
        if (!setting.IsSecret)
        {
            return !JsonElement.DeepEquals(live.Value, SettingJson.Of(value));
        }

        // A write-only value whose version did not change was not planned to be sent.
        if (!context.Config.At(setting.Path).IsPresent && memory.HasSent(id) && context.Prior?.At(setting.VersionPath).Equals(context.Planned.At(setting.VersionPath)) == true)
        {
            return false;
        }

        var isThere = live.IsMasked ? memory.IsLastSent(id, value.Text) : SettingJson.Read(live.Value, SettingKind.Text).Equals(value);
        if (isThere && !memory.IsLastSent(id, value.Text))
        {
            memory.Sent(id, value.Text);
        }

        return !isThere;
    }

    private SettingsModel Complete(ApplyContext<SettingsModel> context, IReadOnlyDictionary<string, Setting> live)
    {
        var result = new SettingsModel(SettingsShape.Expand(context.Planned.Value, Schema.Attributes)).With("id", TfValue.Of(Id));
        foreach (var setting in Settings.Where(s => result.At(s.Path).IsUnknown))
        {
            // A secret that nobody wrote down here is none of the state's business.
            var value = setting.IsSecret || setting.IdAmong(live) is not { } id ? TfValue.Null : SettingJson.Read(live[id].Value, setting.Kind);
            result = result.With(setting.Path, value);
        }

        return result;
    }

    private void TellClaims(PlanContext<SettingsModel> context, RocketChatClient client)
    {
        foreach (var setting in Settings.Where(s => !context.Config.At(s.Path).IsNull || (s.IsSecret && !context.Config.At(s.WriteOnlyPath).IsNull)))
        {
            foreach (var id in setting.Ids)
            {
                if (claims.Claim(client, id, TypeName) is { } other)
                {
                    context.Diagnostics.AddWarning(
                        "Setting managed twice",
                        $"`{setting.Path}` is the setting `{id}`, which a `{other}` of this configuration manages too: each undoes what the other does. Keep one of them.",
                        setting.Place);
                }
            }
        }
    }

    private void TellAbsent(SettingsReview review)
    {
        foreach (var setting in Settings.Where(s => review.Plan.Config.At(s.Path).IsPresent && s.IdAmong(review.Live) is null))
        {
            review.Diagnostics.Add(workspace.PlanChecks == PlanChecks.Error ? setting.Absent : setting.Absent with { Severity = DiagnosticSeverity.Warning });
        }
    }

    // The plan of a new object shows no former values; that of a change does.
    private static void TellOverwritten(SettingsReview review)
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

    private void TellForgottenVersions(PlanContext<SettingsModel> context, SettingsMemory memory, IReadOnlyDictionary<string, Setting> live)
    {
        foreach (var setting in Settings.Where(s => s.IsSecret))
        {
            if (context.Config.At(setting.WriteOnlyPath) is { IsPresent: true } value
                && setting.IdAmong(live) is { } id
                && memory.HasSent(id)
                && !memory.IsLastSent(id, value.Text)
                && context.Prior?.At(setting.VersionPath).Equals(context.Planned.At(setting.VersionPath)) == true)
            {
                context.Diagnostics.AddWarning(
                    "New secret will not be sent",
                    $"`{setting.WriteOnlyPath}` has another value than the one that was sent last, but `{setting.VersionPath}` is the same. Raise it to have the new value sent.",
                    SettingAttribute.PlaceOf(setting.VersionPath));
            }
        }
    }

    private void TellIneffective(SettingsModel config, IReadOnlyDictionary<string, Setting> live, DiagnosticList diagnostics)
    {
        foreach (var setting in Settings)
        {
            if (setting.IdAmong(live) is { } id && live[id].EffectiveValue is { } effective && config.At(setting.Path) is { IsPresent: true } wanted
                && SettingJson.Read(live[id].Value, setting.Kind).Equals(wanted))
            {
                diagnostics.AddWarning(
                    "Stored, not effective",
                    $"`{id}` is stored as configured, but the workspace's licence does not cover it: {effective.GetRawText()} is in effect.",
                    setting.Place);
            }
        }
    }
}
