using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Settings;

/// <summary>A setting as the server declares it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Type">The server's type name: boolean, string, int, select, multiSelect, password, code, color, action …</param>
/// <param name="Default">The packaged value.</param>
internal sealed record SettingDefinition(string Id, string Type, JsonNode? Default)
{
    private readonly bool _isHidden;

    /// <summary>The id of the setting's group in the administration panel; null for groups, and where it is not known.</summary>
    public string? Group { get; init; }

    public bool IsPublic { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>Hidden settings exist for the server only: the API answers as if they did not.</summary>
    public bool IsHidden
    {
        get => _isHidden || IsHiddenAtStart;
        init => _isHidden = value;
    }

    /// <summary>The server was started with the setting hidden.</summary>
    public bool IsHiddenAtStart { get; init; }

    /// <summary>The server was started with the setting blocked: it shows it, and takes no other value.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Only the web client keeps people from changing it; the API does not.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Made up by each server for itself, so that a dump must carry it.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Filled in with the address of the server when it first starts.</summary>
    public bool IsSiteUrlAtFirst { get; init; }

    /// <summary>Whether the setting needs a license to have an effect.</summary>
    public bool IsEnterprise { get; init; }

    /// <summary>The value of an enterprise setting that is in effect when there is no license.</summary>
    public JsonNode? ValueWithoutLicense { get; init; }

    /// <summary>The modules of a license of which one is needed.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>The keys of a select.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The least value of a range; null where there is none.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest value of a range; null where there is none.</summary>
    public double? Maximum { get; init; }

    /// <summary>The condition, in JSON, under which the administration panel lets people change the setting; null for none.</summary>
    public string? EnableQuery { get; init; }

    public static SettingDefinition Boolean(string id, bool value) => new(id, "boolean", value);

    public static SettingDefinition String(string id, string value = "") => new(id, "string", value);

    public static SettingDefinition Number(string id, int value) => new(id, "int", value);

    public static SettingDefinition Select(string id, string value, params string[] choices) =>
        new(id, "select", value) { Choices = choices };

    public static SettingDefinition Secret(string id) => new(id, "string", "") { IsSecret = true };

    public static SettingDefinition Hidden(string id, JsonNode? value) => new(id, "string", value) { IsHidden = true };

    /// <summary>A button; its value is the name of the method that it calls.</summary>
    public static SettingDefinition Action(string id, string method) => new(id, "action", method);
}
