using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>Reasons why a setting cannot have a value.</summary>
internal static class SettingCheck
{
    public static AttributePath IdPlace { get; } = AttributePath.To(SettingSchema.SettingId);

    /// <summary>The error of a value that no setting can have, on any server; null when the value is possible, or not known yet.</summary>
    public static Diagnostic? Impossible(SettingsModel config)
    {
        var value = config.At(SettingSchema.Value);
        if (!value.IsPresent || !value.IsWhollyKnown || SettingValue.ToJson(value) is not null)
        {
            return null;
        }

        return Diagnostic.Error(
            "Unsupported value",
            value.Inner is { Kind: TfValueKind.Number } number
                ? $"Rocket.Chat stores numbers in double precision: {number.Number} would "
                + $"{(SettingValue.Nearest(number.Number) is { } nearest ? $"become {nearest}" : "be lost")}."
                : "`value` must be a boolean, a number, a string, or a list of strings. Give JSON as a string: `jsonencode()`.",
            AttributePath.To(SettingSchema.Value));
    }

    /// <summary>The error of a setting that the server lacks, or that has another type; null when there is none.</summary>
    public static Diagnostic? Problem(string id, Setting? live, SettingsModel config)
    {
        if (live is null)
        {
            return Absent(id);
        }

        // The packaged value has the setting's own type; the API stores values of any type.
        var model = live.PackageValue ?? live.Value;
        var hasType = !live.IsMasked && model.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
        return Wanted(config) is { } value && hasType && !SettingValue.SameType(model, value)
            ? Diagnostic.Error(
                "Wrong type".Naming(id),
                $"The setting `{id}` is {SettingValue.NameOf(model)}, and the configuration gives {SettingValue.NameOf(value)}."
                + SettingValue.Cure(model),
                Place(config))
            : OutOfRange(id, config);
    }

    /// <summary>The warning of a choice that no known version has; null when there is none.</summary>
    public static Diagnostic? UnknownChoice(Setting live, SettingsModel config) =>
        KnownChoices.Of(live.Id) is { Count: > 0 } choices
        && Wanted(config) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
        && !choices.Contains(value.ToString())
        && !(live.PackageValue is { } packaged && JsonElement.DeepEquals(packaged, value))
            ? Diagnostic.Warning(
                "Unknown choice".Naming(live.Id),
                $"The setting `{live.Id}` is a choice, and no version of Rocket.Chat that this provider knows has the configured value. "
                + "The server stores any value, and ignores one that it does not know. Use one of "
                + $"{string.Join(", ", choices.Select(choice => $"\"{choice}\""))}; or leave it, if your version has the value.",
                Place(config))
            : null;

    private static Diagnostic? OutOfRange(string id, SettingsModel config) =>
        KnownChoices.BoundsOf(id) is var (least, most)
        && Wanted(config) is { ValueKind: JsonValueKind.Number } value
        && value.GetDouble() is var number && (number < least || number > most)
            ? Diagnostic.Error(
                "Value out of range".Naming(id),
                $"The setting `{id}` must be between {least} and {most}: newer servers refuse any other value, and clients of older "
                + "servers cannot use it.",
                Place(config))
            : null;

    /// <summary>The error of a setting whose value no attribute can have, such as a file; null when there is none.</summary>
    public static Diagnostic? Unmanageable(Setting live) =>
        live is { IsMasked: false, Value.ValueKind: JsonValueKind.Object or JsonValueKind.Array }
        && SettingValue.FromJson(live.Value).IsNull
            ? Unwritable(
                live.Id, $"its value is {SettingValue.NameOf(live.Value)}, as for files and images, which no configuration can give")
            : null;

    /// <summary>The error of a setting that this provider cannot write.</summary>
    public static Diagnostic Unwritable(string id, string reason) => Diagnostic.Error(
        "Setting cannot be managed".Naming(id),
        $"`{id}` cannot be managed because {reason}. Leave it to the administration panel, and remove it here.",
        IdPlace);

    public static Diagnostic Absent(string id) => Diagnostic.Error(
        "Unknown setting".Naming(id),
        $"The server shows no setting `{id}`. Check the id (it is case-sensitive), and whether this version of Rocket.Chat has the "
        + "setting. Hidden settings are managed by the server alone.",
        IdPlace);

    /// <summary>The attributes that decide about the value and that a state holds.</summary>
    public static ImmutableArray<string> Places { get; } = [SettingSchema.Value, SettingSchema.Sensitive, SettingSchema.Version];

    /// <summary>Whether a configuration has a value, perhaps one that is not known yet.</summary>
    public static bool HasValue(SettingsModel config) => !config.At(Named(config)).IsNull;

    /// <summary>The error of a new or managed setting without a value.</summary>
    public static Diagnostic NoValue(TfValue id) => Diagnostic.Error(
        id.IsPresent ? "Setting without a value".Naming(id.String) : "Setting without a value",
        $"One of `{SettingSchema.Value}`, `{SettingSchema.Sensitive}`, `{SettingSchema.WriteOnly}` must be set.",
        AttributePath.To(SettingSchema.Value));

    /// <summary>The warning of a secret that the configuration gives in the attribute that plans show; null when there is none.</summary>
    public static Diagnostic? PlainSecret(Setting live, SettingsModel config) =>
        live.IsSecret && !config.At(SettingSchema.Value).IsNull
        ? Diagnostic.Warning(
            "Secret in a plain attribute".Naming(live.Id),
            $"The setting `{live.Id}` is a secret, and plans show the attribute `{SettingSchema.Value}`. Set `{SettingSchema.Sensitive}` "
            + $"or `{SettingSchema.WriteOnly}` instead.",
            AttributePath.To(SettingSchema.Value))
        : null;

    /// <summary>The value of a configuration, from the attribute that has it; null while it is not known.</summary>
    public static JsonElement? Wanted(SettingsModel config) =>
        config.At(Named(config)) is { IsPresent: true, IsWhollyKnown: true } value ? SettingValue.ToJson(value) : null;

    /// <summary>The attribute that has the value.</summary>
    public static AttributePath Place(SettingsModel config) => AttributePath.To(Named(config));

    private static string Named(SettingsModel config) =>
        !config.At(SettingSchema.Sensitive).IsNull ? SettingSchema.Sensitive
        : !config.At(SettingSchema.WriteOnly).IsNull ? SettingSchema.WriteOnly
        : SettingSchema.Value;
}
