using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.Views;

/// <summary>A setting as the endpoints show one.</summary>
internal static class SettingView
{
    private static readonly string[] StoredFields =
    [
        "type", "group", "public", "secret", "hidden", "blocked", "packageValue", "valueSource", "processEnvValue", "enableQuery",
        "readonly", "values", "_updatedAt",
    ];

    /// <summary>The setting as the database has it, for the administration panel.</summary>
    public static JsonObject Full(StoredSetting setting, bool masksSecrets) =>
        Listed(setting, hasLicense: true, masksSecrets, StoredFields);

    /// <summary>The setting alone: the stored value, with or without a license.</summary>
    public static JsonObject Alone(StoredSetting setting, bool masksSecrets)
    {
        var view = new JsonObject { ["_id"] = setting.Definition.Id };
        AddValue(view, setting, setting.Value);
        Mask(view, setting, masksSecrets);
        return view;
    }

    /// <summary>The setting in a list: the value in effect, which a missing license can change.</summary>
    public static JsonObject Listed(StoredSetting setting, bool hasLicense, bool masksSecrets, IReadOnlyCollection<string> furtherFields)
    {
        var definition = setting.Definition;
        var view = new JsonObject { ["_id"] = definition.Id };
        AddValue(view, setting, setting.EffectiveValue(hasLicense));
        view["enterprise"] = definition.IsEnterprise;
        if (definition.IsEnterprise)
        {
            view["invalidValue"] = definition.ValueWithoutLicense?.DeepClone();
        }

        if (definition.Modules.Count > 0)
        {
            view["modules"] = JsonText.Array(definition.Modules);
        }

        foreach (var field in furtherFields)
        {
            Add(view, field, setting);
        }

        Mask(view, setting, masksSecrets);
        return view;
    }

    // A group of settings is stored like a setting, and has no value until somebody gives it one.
    private static void AddValue(JsonObject view, StoredSetting setting, JsonNode? value)
    {
        if (value is not null || setting.Definition.Type != "group")
        {
            view["value"] = value?.DeepClone();
        }
    }

    private static void Mask(JsonObject view, StoredSetting setting, bool masksSecrets)
    {
        var isSecret = setting.Definition.IsSecret || setting.Definition.Type == "password";
        if (masksSecrets && isSecret && view["value"]?.ToString() is { Length: > 0 })
        {
            view["value"] = "";
            view["hasValue"] = true;
        }
    }

    private static void Add(JsonObject view, string field, StoredSetting setting)
    {
        var definition = setting.Definition;
        JsonNode? value = field switch
        {
            "type" => definition.Type,
            "group" => definition.Group,
            "public" => definition.IsPublic,
            "secret" => definition.IsSecret,
            "hidden" => definition.IsHidden,
            "packageValue" => definition.Default?.DeepClone(),
            "blocked" => definition.IsBlocked,
            "valueSource" => setting.EnvironmentValue is null ? "packageValue" : "processEnvValue",
            "processEnvValue" => setting.EnvironmentValue?.DeepClone(),
            "enableQuery" => definition.EnableQuery ?? "[]",
            "_updatedAt" => JsonText.Moment(setting.UpdatedAt),
            "readonly" when definition.IsReadOnly => true,
            "values" when definition.Choices.Count > 0 => JsonText.Array(definition.Choices.Select(choice =>
                (JsonNode?)new JsonObject { ["key"] = choice, ["i18nLabel"] = choice })),
            _ => null,
        };
        if (value is not null)
        {
            view[field] = value;
        }
    }
}
