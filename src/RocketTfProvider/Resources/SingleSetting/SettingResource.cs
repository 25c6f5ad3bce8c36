using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Configuration;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.SingleSetting;

/// <summary><c>rocketchat_setting</c>: any setting, keyed by its id.</summary>
internal sealed class SettingResource(Workspace workspace, SettingClaims claims) : Resource<SettingsModel>
{
    private const string Imported = "imported";

    private static readonly AttributePath IdPath = AttributePath.To("setting_id");
    private static readonly AttributePath ValuePath = AttributePath.To(SettingSchema.Value);

    public override string TypeName => "rocketchat_setting";

    public override Schema Schema => SettingSchema.Instance;

    public override IReadOnlyList<string> Keys { get; } = ["setting_id"];

    protected override void Validate(SettingsModel config, DiagnosticList diagnostics)
    {
        if (config.At("setting_id") is { IsPresent: true } id && UnwritableSettings.Reason(id.Text) is { } reason)
        {
            diagnostics.AddError("Setting cannot be managed", $"`{id.Text}` cannot be managed: {reason}.", IdPath);
        }

        var value = config.At(SettingSchema.Value);
        if (value.IsPresent && value.IsWhollyKnown && SettingValue.ToJson(value) is null)
        {
            diagnostics.AddError("Unsupported value", "`value` must be a bool, a number, a string, or a list of strings. JSON goes in as a string: `jsonencode()`.", ValuePath);
        }
    }

    protected override async Task PlanAsync(PlanContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        if (!workspace.IsKnown || context.Config.At("setting_id") is not { IsPresent: true } id)
        {
            return;
        }

        var client = workspace.Client;
        if (claims.Claim(client, id.Text, TypeName, context.Private) is { } other)
        {
            context.Diagnostics.AddWarning(
                "Setting managed twice", $"`{id.Text}` is managed by {other} of this configuration too: each undoes what the other does. Keep one of them.", IdPath);
        }

        if (workspace.PlanChecks == PlanChecks.Off)
        {
            return;
        }

        var found = await client.Settings.ReadAsync([id.Text], cancellationToken).ConfigureAwait(false);
        if (Problem(id.Text, found.GetValueOrDefault(id.Text), JsonOf(context.Config)) is { } problem)
        {
            context.Diagnostics.Add(workspace.PlanChecks == PlanChecks.Error ? problem : problem with { Severity = DiagnosticSeverity.Warning });
        }
    }

    protected override Task<SettingsModel> CreateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override Task<SettingsModel> UpdateAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync(context, cancellationToken);

    protected override async Task<SettingsModel?> ReadAsync(SettingsModel state, CallContext context, CancellationToken cancellationToken)
    {
        var id = state.At("setting_id").Text;
        var memory = new SettingsMemory(context.Private);
        var found = await workspace.Client.Settings.ReadAsync([id], cancellationToken).ConfigureAwait(false);
        if (found.GetValueOrDefault(id) is not { } setting)
        {
            if (context.Private.TryGet(Imported, out _))
            {
                throw new DiagnosticException(Absent(id));
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

        return Refresh(state, setting, memory, context.Diagnostics);
    }

    protected override async Task DeleteAsync(SettingsModel prior, CallContext context, CancellationToken cancellationToken)
    {
        var mode = prior.At(OnDestroy.Name) is { IsPresent: true } chosen ? chosen.Text : OnDestroy.Keep;
        var id = prior.At("setting_id").Text;
        if (mode == OnDestroy.Keep)
        {
            return;
        }

        var client = workspace.Client;
        var live = (await client.Settings.ReadAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id);
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

        await client.Settings.ChangeAsync([new SettingChange(id, known)], cancellationToken).ConfigureAwait(false);
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
            .With("setting_id", TfValue.Of(id))
            .With(OnDestroy.Name, TfValue.Of(OnDestroy.Keep))));
    }

    private static SettingsModel Refresh(SettingsModel state, Setting setting, SettingsMemory memory, DiagnosticList diagnostics)
    {
        var drift = new SettingDrift();
        try
        {
            if (state.At(SettingSchema.Version).IsPresent)
            {
                var isSame = setting.Value.ValueKind == JsonValueKind.String && memory.IsLastSent(setting.Id, setting.Value.GetString()!);
                if (!isSame)
                {
                    drift.Add(setting.Id, null, null, null);
                }

                return isSame ? state : state.With(SettingSchema.Version, TfValue.Null);
            }

            if (state.At(SettingSchema.Sensitive) is { IsPresent: true } secret)
            {
                var now = SettingJson.Read(setting.Value, SettingKind.Text);
                if (!now.Equals(secret))
                {
                    drift.Add(setting.Id, null, null, null);
                }

                return state.With(SettingSchema.Sensitive, now);
            }

            var stored = state.At(SettingSchema.Value);
            var kept = SettingValue.Keep(stored, setting.Value);
            if (stored.IsPresent && !kept.Equals(stored) && SettingValue.ToJson(stored) is { } was)
            {
                drift.Add(setting.Id, was, setting.Value, memory.Before(setting.Id));
            }

            return state.With(SettingSchema.Value, kept);
        }
        finally
        {
            drift.Tell(diagnostics);
        }
    }

    private async Task<SettingsModel> ApplyAsync(ApplyContext<SettingsModel> context, CancellationToken cancellationToken)
    {
        var id = context.Config.At("setting_id").Text;
        var memory = new SettingsMemory(context.Private);
        var client = workspace.Client;
        var result = context.Planned.With("id", TfValue.Of(id));
        var live = (await client.Settings.ReadNowAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id);
        var wanted = JsonOf(context.Config);
        if (live is null || Problem(id, live, wanted) is not null)
        {
            throw new DiagnosticException(Problem(id, live, wanted) ?? Absent(id));
        }

        // `ignore_changes` on a secret that was imported: there is none in the state that core could put into the configuration.
        if (wanted is not { } value)
        {
            return result;
        }

        var isSecret = !context.Config.At(SettingSchema.Value).IsPresent;
        var restores = context.Planned.At(OnDestroy.Name) is { IsPresent: true, Text: OnDestroy.Restore };
        if (!live.IsMasked && (restores || !isSecret))
        {
            memory.KeepBefore(id, live.Value);
            if (context.Prior is null && restores)
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
            await client.Settings.ChangeAsync([new SettingChange(id, value)], cancellationToken).ConfigureAwait(false);
        }

        if (isSecret)
        {
            memory.Sent(id, value.GetString()!);
        }

        return result;
    }

    private static JsonElement? JsonOf(SettingsModel config)
    {
        foreach (var name in (string[])[SettingSchema.Value, SettingSchema.Sensitive, SettingSchema.WriteOnly])
        {
            if (config.At(name) is { IsPresent: true, IsWhollyKnown: true } value)
            {
                return SettingValue.ToJson(value);
            }
        }

        return null;
    }

    private static Diagnostic? Problem(string id, Setting? live, JsonElement? wanted)
    {
        if (live is null)
        {
            return Absent(id);
        }

        // The value that the version brings along has the setting's own type; the present one is what somebody wrote.
        var model = live.PackageValue ?? live.Value;
        return wanted is { } value && !live.IsMasked && model.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) && !SettingValue.SameType(model, value)
            ? Diagnostic.Error("Wrong type", $"The setting `{id}` is {SettingValue.NameOf(model)}, and the configuration gives {SettingValue.NameOf(value)}.", ValuePath)
            : null;
    }

    private static Diagnostic Absent(string id) => Diagnostic.Error(
        "Unknown setting",
        $"The server has no setting `{id}` that it shows: check the id (capitals count), and whether this version of Rocket.Chat has it. Hidden settings are managed "
        + "by the server alone.",
        IdPath);
}
