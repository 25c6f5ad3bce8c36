using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.State;

/// <summary>The roles that have each permission on a fresh server.</summary>
internal static class DefaultPermissions
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string[]>> Catalogs = new();

    /// <summary>The roles by permission, without the permissions for single settings, which no role has at first.</summary>
    public static IReadOnlyDictionary<string, string[]> Of(VersionProfile profile) =>
        Catalogs.GetOrAdd(profile.PermissionCatalog, Read);

    private static Dictionary<string, string[]> Read(string version)
    {
        using var resource = typeof(DefaultPermissions).Assembly.GetManifestResourceStream($"permissions-{version}.jsonl")!;
        using var reader = new StreamReader(resource);
        var permissions = new Dictionary<string, string[]>();
        while (reader.ReadLine() is { } line)
        {
            var permission = JsonNode.Parse(line)!;
            permissions[permission["_id"]!.ToString()] = [.. permission["roles"]!.AsArray().Select(role => role!.ToString())];
        }

        return permissions;
    }
}
