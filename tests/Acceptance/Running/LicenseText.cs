using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>Licenses that the emulator accepts: it reads what they enable, and does not check the signature.</summary>
internal static class LicenseText
{
    /// <summary>A license with this id that enables these modules.</summary>
    /// <param name="id">The id.</param>
    /// <param name="until">The end, such as <c>2099-01-31T00:00:00.000Z</c>.</param>
    /// <param name="modules">The modules.</param>
    public static string Of(string id, string until, params string[] modules) => "RCV3_MARKED." + Base64Url.EncodeToString(
        System.Text.Encoding.UTF8.GetBytes(new JsonObject
        {
            ["version"] = "3.0",
            ["information"] = new JsonObject
            {
                ["id"] = id,
                ["trial"] = true,
                ["tags"] = new JsonArray(new JsonObject { ["name"] = "Premium", ["color"] = "#000" }),
            },
            ["validation"] = new JsonObject
            {
                ["validPeriods"] = new JsonArray(
                    new JsonObject { ["validUntil"] = until, ["invalidBehavior"] = "invalidate_license" },
                    new JsonObject { ["validUntil"] = "2098-01-01T00:00:00.000Z", ["invalidBehavior"] = "start_fair_policy" }),
            },
            ["grantedModules"] = new JsonArray([.. modules.Select(module => (JsonNode?)new JsonObject { ["module"] = module })]),
            ["limits"] = new JsonObject
            {
                ["activeUsers"] = new JsonArray(new JsonObject { ["max"] = 50, ["behavior"] = "prevent_action" }),
            },
        }.ToJsonString())) + ".MARKED";

    /// <summary>A license without an end that opens every module.</summary>
    public static string Unlimited { get; } = "RCV3_MARKED.unlimited.MARKED";

    /// <summary>A license that has ended.</summary>
    public static string Expired { get; } = Of("expired", "2020-01-31T00:00:00.000Z", "federation");
}
