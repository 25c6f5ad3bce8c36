using System.Globalization;
using RocketChat.Client.Http;

namespace RocketChat.Client.Capabilities;

/// <summary>A version such as 6.5.3. Servers since 6.5 show the patch number only to accounts with <c>view-statistics</c>.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Patch">Third number; null if the server does not show it.</param>
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

    /// <summary>The version in an answer of <c>/api/info</c>; null without one. 3.x shows it to an administrator in a part only.</summary>
    internal static ServerVersion? In(ApiResponse answer) =>
        Parse(answer.Root.Member("info")?.String("version") ?? answer.Root.String("version"));

    /// <inheritdoc/>
    public override string ToString() => Patch is { } patch ? $"{Major}.{Minor}.{patch}" : $"{Major}.{Minor}";

    internal bool IsAtLeast(int major, int minor) => (Major, Minor).CompareTo((major, minor)) >= 0;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
