using System.Globalization;

namespace RocketChat.Client;

/// <summary>A version such as 6.5.3. Servers since 6.5 tell the patch number only to accounts with <c>view-statistics</c>.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Patch">Third number; null when the server kept it to itself.</param>
public sealed record ServerVersion(int Major, int Minor, int? Patch)
{
    /// <summary>Reads <c>6.5</c>, <c>6.5.3</c> or <c>9.0.0-develop</c>; null for anything else.</summary>
    public static ServerVersion? Parse(string? text)
    {
        var parts = (text ?? "").Split('-', '+')[0].Split('.');
        return parts.Length >= 2 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor
            ? new ServerVersion(major, minor, parts.Length > 2 ? Number(parts[2]) : null)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Patch is { } patch ? $"{Major}.{Minor}.{patch}" : $"{Major}.{Minor}";

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
