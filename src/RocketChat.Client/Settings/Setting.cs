using System.Text.Json;
using RocketChat.Client.Http;

namespace RocketChat.Client.Settings;

/// <summary>A setting of the workspace.</summary>
public sealed record Setting
{
    /// <summary>The id, such as <c>Push_enable</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The value, with the JSON type that the server holds: usually that of the setting, but a string or number if a client wrote one.
    /// <see cref="JsonValueKind.Undefined"/> when <see cref="IsMasked"/>.
    /// </summary>
    public required JsonElement Value { get; init; }

    /// <summary>The server has a value but does not show it.</summary>
    public bool IsMasked { get; init; }

    /// <summary>
    /// The value is a secret, which no output must show. The server marks the setting so, or its id is known to be one. Booleans and
    /// numbers are not secrets: the server also marks some switches.
    /// </summary>
    public bool IsSecret =>
        (IsMarked || SecretSettings.Contain(Id))
        && Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number);

    /// <summary>The setting takes effect in an enterprise workspace only; null if the answer does not show it.</summary>
    public bool? Enterprise { get; init; }

    /// <summary>The default of the server's version; null if the server does not show it, as before 7.5.</summary>
    public JsonElement? PackageValue { get; init; }

    /// <summary>
    /// The value in effect if it is not <see cref="Value"/>, because the license does not cover the setting; null if the value itself is in
    /// effect, or the answer does not show it.
    /// </summary>
    public JsonElement? EffectiveValue { get; init; }

    /// <summary>The value in effect without a license; null if the setting needs none, or the answer does not show it.</summary>
    public JsonElement? ValueWithoutLicense { get; init; }

    /// <summary>The modules of the license that the setting needs; empty if it needs none, or the answer does not show them.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>Whether the text of the setting with this id is known to be a secret, whatever a server marks.</summary>
    public static bool IsSecretId(string id) => SecretSettings.Contain(id);

    /// <summary>The server itself marks the setting as a secret. No version is known to do so in this API.</summary>
    internal bool IsMarked { get; init; }

    /// <summary>The id; never the value, which may be a password.</summary>
    public override string ToString() => Id;

    internal static Setting? From(JsonElement setting)
    {
        var isMasked = setting.Bool("hasValue") == true && setting.String("value") is null or "";
        return setting.NonEmptyString("_id") is { } id && setting.TryGetProperty("value", out var value)
            ? new Setting
            {
                Id = id,
                Value = isMasked ? default : value,
                IsMasked = isMasked,
                IsMarked = setting.Bool("secret") == true || setting.String("type") == "password",
                Enterprise = setting.Bool("enterprise"),
                PackageValue = setting.Member("packageValue"),
                ValueWithoutLicense = setting.Member("invalidValue"),
                Modules = setting.Strings("modules") ?? [],
            }
            : null;
    }
}
