using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RocketChat.Emulator.State;

/// <summary>
/// A license as the server reads it from a key (<c>ILicenseV3.ts</c> of 8.3): the second part of the key, which is a signed JSON document.
/// A key without such a part stands for a license without an end that opens every module.
/// </summary>
/// <param name="Json">The document.</param>
internal sealed record LicenseDocument(JsonObject Json)
{
    public IReadOnlyList<string> Modules =>
        [.. Json["grantedModules"]?.AsArray().Select(granted => granted?["module"]?.ToString()).OfType<string>() ?? []];

    public JsonArray Tags => Json["information"]?["tags"]?.DeepClone() as JsonArray ?? [];

    public bool IsTrial => Json["information"]?["trial"]?.GetValueKind() == JsonValueKind.True;

    /// <summary>The smallest of the limits of a kind; -1 without one (<c>getLicenseLimit</c>).</summary>
    public int Limit(string kind) =>
        Json["limits"]?[kind]?.AsArray().Select(limit => limit?["max"]?.GetValue<int>()).Min() ?? -1;

    /// <summary>Whether the time is in every period without which the license is not valid (<c>validateLicensePeriods.ts</c>).</summary>
    public bool IsValidAt(DateTimeOffset now) => (Json["validation"]?["validPeriods"]?.AsArray() ?? [])
        .Where(period => period?["invalidBehavior"]?.ToString() == "invalidate_license")
        .All(period => !(now < Time(period!["validFrom"]) || now > Time(period["validUntil"])));

    public static LicenseDocument Of(string key) => new(Payload(key) ?? Default(key));

    private static JsonObject? Payload(string key)
    {
        var parts = key.Split('.');
        try
        {
            return parts.Length == 3 && Base64Url.IsValid(parts[1])
                ? JsonNode.Parse(Base64Url.DecodeFromChars(parts[1])) as JsonObject
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Default(string key) => new()
    {
        ["version"] = "3.0",
        ["information"] = new JsonObject
        {
            ["id"] = key.Length == 0 ? "emulated" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16],
            ["autoRenew"] = false,
            ["trial"] = false,
            ["offline"] = true,
        },
        ["grantedModules"] = new JsonArray(
            [.. LicenseKey.Modules.Select(module => (JsonNode?)new JsonObject { ["module"] = module })]),
    };

    private static DateTimeOffset? Time(JsonNode? text) =>
        DateTimeOffset.TryParse(text?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
