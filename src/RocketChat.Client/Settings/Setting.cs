using System.Text.Json;

namespace RocketChat.Client;

/// <summary>One of the workspace's settings.</summary>
public sealed record Setting
{
    /// <summary>The id, such as <c>Push_enable</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The value, with the JSON type that the server holds: usually that of the setting, but a text or number if somebody wrote one.
    /// <see cref="JsonValueKind.Undefined"/> when <see cref="IsMasked"/>.
    /// </summary>
    public required JsonElement Value { get; init; }

    /// <summary>The server has a value but does not show it.</summary>
    public bool IsMasked { get; init; }

    /// <summary>The setting takes effect in an enterprise workspace only; null when the answer did not tell.</summary>
    public bool? Enterprise { get; init; }

    /// <summary>The value that the server's version brings along; null when the server did not tell, as before 7.5.</summary>
    public JsonElement? PackageValue { get; init; }

    /// <summary>
    /// What counts in place of <see cref="Value"/>, as the licence does not cover the setting; null when the value itself counts, or
    /// the answer did not tell.
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
