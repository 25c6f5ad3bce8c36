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

    /// <summary>The setting takes effect in an enterprise workspace only; null if the answer does not show it.</summary>
    public bool? Enterprise { get; init; }

    /// <summary>The default of the server's version; null if the server does not show it, as before 7.5.</summary>
    public JsonElement? PackageValue { get; init; }

    /// <summary>
    /// The value in effect if it is not <see cref="Value"/>, because the license does not cover the setting; null if the value itself is in
    /// effect, or the answer does not show it.
    /// </summary>
    public JsonElement? EffectiveValue { get; init; }

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
                Enterprise = setting.Bool("enterprise"),
                PackageValue = setting.Member("packageValue"),
            }
            : null;
    }
}
