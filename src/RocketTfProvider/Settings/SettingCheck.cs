using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>What speaks against giving a setting a value.</summary>
internal static class SettingCheck
{
    public static AttributePath IdPlace { get; } = AttributePath.To(SettingSchema.SettingId);

    /// <summary>A value that no setting can have, whatever the server says; null when it is one, or not known yet.</summary>
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
                ? $"Rocket.Chat keeps numbers in double precision: {number.Number} would {(SettingValue.Nearest(number.Number) is { } nearest ? $"become {nearest}" : "be lost")}."
                : "`value` must be a bool, a number, a string, or a list of strings. JSON goes in as a string: `jsonencode()`.",
            AttributePath.To(SettingSchema.Value));
    }

    /// <summary>What the server says against it: there is no such setting, or it has another type.</summary>
    public static Diagnostic? Problem(string id, Setting? live, SettingsModel config)
    {
        if (live is null)
        {
            return Absent(id);
        }

        // The value that the version brings along has the setting's own type; the present one is what somebody wrote.
        var model = live.PackageValue ?? live.Value;
        return Wanted(config) is { } value && !live.IsMasked && model.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) && !SettingValue.SameType(model, value)
            ? Diagnostic.Error("Wrong type", $"The setting `{id}` is {SettingValue.NameOf(model)}, and the configuration gives {SettingValue.NameOf(value)}.", Place(config))
            : null;
    }

    public static Diagnostic Absent(string id) => Diagnostic.Error(
        "Unknown setting",
        $"The server has no setting `{id}` that it shows: check the id (capitals count), and whether this version of Rocket.Chat has it. Hidden settings are managed "
        + "by the server alone.",
        IdPlace);

    /// <summary>The value of a configuration, whichever attribute has it; null while it is not known.</summary>
    public static JsonElement? Wanted(SettingsModel config) =>
        config.At(Named(config)) is { IsPresent: true, IsWhollyKnown: true } value ? SettingValue.ToJson(value) : null;

    /// <summary>Where the value is written.</summary>
    public static AttributePath Place(SettingsModel config) => AttributePath.To(Named(config));

    private static string Named(SettingsModel config) =>
        !config.At(SettingSchema.Sensitive).IsNull ? SettingSchema.Sensitive
        : !config.At(SettingSchema.WriteOnly).IsNull ? SettingSchema.WriteOnly
        : SettingSchema.Value;
}
