using System.Globalization;
using System.Text.Json;
using RocketChat.Client.Http;

namespace RocketChat.Client.Server;

/// <summary>The license of the workspace as the server reports it (<c>GET licenses.info</c>); never its text.</summary>
public sealed record LicenseInfo
{
    /// <summary>Whether a license is in effect; null if the server does not show it to this account.</summary>
    public required bool? IsValid { get; init; }

    /// <summary>The modules that the license enables, such as <c>federation</c>; none without a license.</summary>
    public required IReadOnlyList<string> Modules { get; init; }

    /// <summary>The id that the issuer gave the license; null without one, and for licenses of the former form.</summary>
    public string? Id { get; init; }

    /// <summary>The time from which the license is no longer valid; null if it has no end.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The number of active users that the license allows; null if it has no such limit.</summary>
    public long? MaxActiveUsers { get; init; }

    /// <summary>The names of the tags, such as the name of the plan.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the license is for a trial.</summary>
    public bool IsTrial { get; init; }

    /// <summary>All that the server shows of the license: two licenses differ in it.</summary>
    internal string Content { get; init; } = "";

    internal static LicenseInfo? From(JsonElement root)
    {
        if ((root.Member("license") ?? root.Member("data")) is not { } info || info.Strings("activeModules") is not { } modules)
        {
            return null;
        }

        var license = info.Member("license");
        return new LicenseInfo
        {
            // 6.5 has no such member. With `view-privileged-setting` it shows limits always, and a license only while it is valid.
            IsValid = info.Bool("hasValidLicense")
                ?? (license is not null ? true : info.Member("limits")?.Member("activeUsers") is not null ? false : null),
            Modules = modules,
            Id = license?.Member("information")?.NonEmptyString("id"),
            ValidUntil = license?.Member("validation") is { } validation ? EndOf(validation) : null,
            MaxActiveUsers = info.Member("limits")?.Member("activeUsers")?.Integer("max") is { } max and >= 0 ? max : null,
            Tags = [.. info.Items("tags").Select(tag => tag.NonEmptyString("name")).OfType<string>()],
            IsTrial = info.Bool("trial") == true,
            Content = (license?.GetRawText() ?? "") + string.Join(',', modules),
        };
    }

    // A period can also end modules or begin a notice; only this behavior ends the license (ILicenseV3.ts of 8.3).
    private static DateTimeOffset? EndOf(JsonElement validation) => validation.Items("validPeriods")
        .Where(period => period.String("invalidBehavior") == "invalidate_license")
        .Select(period => DateTimeOffset.TryParse(
            period.String("validUntil"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
            ? end : (DateTimeOffset?)null)
        .Min();
}
