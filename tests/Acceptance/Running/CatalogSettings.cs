using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>The settings of real servers, as the emulator's catalogs describe them: each by its newest description.</summary>
internal static class CatalogSettings
{
    // Changed, they would change how the emulated server answers the test, or what else it stores.
    private static readonly string[] Consequences =
    [
        "API_", "Accounts_TwoFactorAuthentication_", "Block_Multiple_Failed_Logins_", "Cloud_", "Enterprise_License", "FEDERATION_",
        "Federation_", "Organization_Name", "Register_Server", "Show_Setup_Wizard", "Site_Url", "uniqueID",
    ];

    /// <summary>The settings that a test can write without consequences for itself.</summary>
    public static IEnumerable<JsonNode> Writable() =>
        Directory.GetFiles(Repository.PathOf("src", "RocketChat.Emulator", "Settings", "Catalogs"), "*.jsonl")
            .SelectMany(File.ReadLines)
            .Select(line => JsonNode.Parse(line)!)
            .Where(setting => setting["hidden"] is null && setting["readonly"] is null)
            .Where(setting => !Consequences.Any(start => IdOf(setting).StartsWith(start, StringComparison.Ordinal)))
            .GroupBy(IdOf, (_, same) => same.Last());

    public static string IdOf(JsonNode setting) => setting["_id"]!.ToString();

    /// <summary>Whether the server marks the setting as a secret, or its type is one.</summary>
    public static bool IsSecret(JsonNode setting) =>
        setting["secret"]?.GetValue<bool>() == true || setting["type"]!.ToString() == "password";
}
