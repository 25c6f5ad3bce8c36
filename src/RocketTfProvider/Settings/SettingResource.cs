using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary><c>rocketchat_setting</c>: any setting, keyed by its id.</summary>
internal sealed class SettingResource(Workspace workspace) : Resource<SettingsModel>
{
    private const string Imported = "imported";

    public override string TypeName => "rocketchat_setting";

    public override Schema Schema => SettingSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["setting_id"];

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        if (config.At(SettingSchema.SettingId) is { IsPresent: true } id && UnwritableSettings.Reason(id.String) is { } reason)
        {
            diagnostics.AddError("Setting cannot be managed", $"`{id.String}` cannot be managed: {reason}.", SettingCheck.IdPlace);
        }

        if (SettingCheck.Impossible(config) is { } impossible)
        {
            diagnostics.Add(impossible);
        }
    }

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown || context.Config.At(SettingSchema.SettingId) is not { IsPresent: true } id)
        {
            return;
        }

        var client = workspace.Client;
        if (workspace.Run.Of<SettingClaims>().Claim(id.String, TypeName, context.Private) is { } other)
        {
            context.Diagnostics.AddWarning(
                "Setting managed twice", $"`{id.String}` is managed by {other} of this configuration too: each undoes what the other does. Keep one of them.", SettingCheck.IdPlace);
        }

        if (workspace.PlanChecks == PlanChecks.Off)
        {
            return;
        }

        var live = (await client.Settings.ReadAsync([id.String], cancellationToken)).GetValueOrDefault(id.String);
        if (SettingCheck.Problem(id.String, live, context.Config) is { } problem)
        {
            context.Diagnostics.Add(workspace.PlanChecks == PlanChecks.Error ? problem : problem with { Severity = DiagnosticSeverity.Warning });
        }
        else if (live is not null)
        {
            Review(live, context);
        }
    }

    protected override Task<SettingsModel> CreateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override Task<SettingsModel> UpdateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override async Task<SettingsModel?> ReadAsync(SettingsModel state, CallContext context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown)
        {
            return state;
        }

        var id = state.At(SettingSchema.SettingId).String;
        var memory = new SettingsMemory(context.Private);
        var found = await workspace.Client.Settings.ReadAsync([id], cancellationToken);
        if (found.GetValueOrDefault(id) is not { } setting)
        {
            if (context.Private.TryGet(Imported, out _))
            {
                throw new DiagnosticException(SettingCheck.Absent(id));
            }

            context.Diagnostics.AddWarning("Setting is gone", $"The server has no setting `{id}` any more, or hides it: it is taken out of the state.");
            return null;
        }

        if (setting.IsMasked)
        {
            return state;
        }

        if (context.Private.TryGet(Imported, out _))
        {
            memory.KeepBefore(id, setting.Value);
            context.Private.Set(Imported, null);
            return state.With(SettingSchema.Value, SettingValue.FromJson(setting.Value));
        }

        return SettingRefresh.Run(state, setting, memory, context.Diagnostics);
    }

    protected override async Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var mode = prior.At(OnDestroy.Name) is { IsPresent: true } chosen ? chosen.String : OnDestroy.Keep;
        var id = prior.At(SettingSchema.SettingId).String;
        if (mode == OnDestroy.Keep)
        {
            return;
        }

        var client = workspace.Client;
        var live = (await client.Settings.ReadAsync([id], cancellationToken)).GetValueOrDefault(id);
        if (live is null)
        {
            return;
        }

        var value = mode == OnDestroy.Reset ? live.PackageValue : new SettingsMemory(context.Private).Before(id);
        if (value is not { } known)
        {
            throw new DiagnosticException(
                mode == OnDestroy.Reset ? "Package value not known" : "Value from before is not known",
                (mode == OnDestroy.Reset
                    ? $"This version of Rocket.Chat does not tell which value `{id}` has by itself (7.5 and later do)."
                    : $"The value that `{id}` had before is not kept in the state.")
                + " Apply `on_destroy = \"keep\"` first, then destroy again and set the value by hand.",
                AttributePath.To(OnDestroy.Name));
        }

        await client.Settings.ChangeAsync([new SettingChange(id, known)], cancellationToken);
    }

    protected override Task<SettingsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Contains('/', StringComparison.Ordinal) || id is "." or "..")
        {
            throw new DiagnosticException("Invalid import id", $"A setting is imported by its id, such as `Message_MaxAllowedSize`; `{id}` is none.");
        }

        if (UnwritableSettings.Reason(id) is { } reason)
        {
            throw new DiagnosticException("Setting cannot be managed", $"`{id}` cannot be managed: {reason}.");
        }

        context.Private.Set(Imported, "true");
        return Task.FromResult(new SettingsModel(SettingsShape.Empty(Schema.Attributes)
            .With("id", TfValue.Of(id))
            .With(SettingSchema.SettingId, TfValue.Of(id))
            .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep))));
    }

    private static void Review(Setting live, PlanContext<SettingsModel> context)
    {
        if (live.EffectiveValue is { } effective && SettingCheck.Wanted(context.Config) is { } wanted && JsonElement.DeepEquals(live.Value, wanted))
        {
            context.Diagnostics.Add(SettingsRemarks.Ineffective(live.Id, effective, SettingCheck.Place(context.Config)));
        }

        if (context.Planned.At(OnDestroy.Name).Equals(TfValue.Of(OnDestroy.Restore))
            && (context.Prior is null ? live.IsMasked : new SettingsMemory(context.Private).Before(live.Id) is null))
        {
            context.Diagnostics.AddWarning(
                "Value from before is not known",
                $"`on_destroy` is \"restore\", but what `{live.Id}` had before is not kept: the server does not show it, or it is a secret and `on_destroy` was another "
                + "one as it was first sent. A destroy will fail.",
                AttributePath.To(OnDestroy.Name));
        }
    }

    private async Task<SettingsModel> ApplyAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var id = context.Config.At(SettingSchema.SettingId).String;
        var memory = new SettingsMemory(context.Private);
        var client = workspace.Client;
        var result = context.Planned.With("id", TfValue.Of(id));
        var live = (await client.Settings.ReadNowAsync([id], cancellationToken)).GetValueOrDefault(id);
        var problem = SettingCheck.Problem(id, live, context.Config);
        if (problem is not null)
        {
            // Only the list tells the setting's own type, which a wrong present value hides.
            live = (await client.Settings.ReadAsync([id], cancellationToken)).GetValueOrDefault(id);
            problem = SettingCheck.Problem(id, live, context.Config);
        }

        if (live is null || problem is not null)
        {
            throw new DiagnosticException(problem ?? SettingCheck.Absent(id));
        }

        // `ignore_changes` on a secret that was imported: there is none in the state that core could put into the configuration.
        if (SettingCheck.Wanted(context.Config) is not { } value)
        {
            return result;
        }

        var isSecret = !context.Config.At(SettingSchema.Value).IsPresent;
        var restores = context.Planned.At(OnDestroy.Name) is { IsPresent: true, String: OnDestroy.Restore };
        if (context.Prior is null && !live.IsMasked && (restores || !isSecret))
        {
            memory.KeepBefore(id, live.Value);
            if (restores)
            {
                context.SavePartial(result);
            }
        }

        if (isSecret && context.Config.At(SettingSchema.WriteOnly).IsPresent && memory.HasSent(id)
            && context.Prior?.At(SettingSchema.Version).Equals(context.Planned.At(SettingSchema.Version)) == true)
        {
            return result;
        }

        if (!(isSecret && live.IsMasked && memory.IsLastSent(id, value.GetString()!)))
        {
            await client.Settings.ChangeAsync([new SettingChange(id, value)], cancellationToken);
        }

        if (isSecret)
        {
            memory.Sent(id, value.GetString()!);
        }

        return result;
    }
}
