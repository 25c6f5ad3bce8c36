using System.Text.Json;
using System.Text.Json.Nodes;
using Tool.Docs;
using Tool.Release;

namespace Tool.Compatibility;

/// <summary>The schemas of a version, flat: each attribute and block by its path, with its use and its type.</summary>
/// <param name="Version">The version that has these schemas.</param>
/// <param name="Entries">By path, such as <c>resources/rocketchat_room_owner/room_id</c>: the use, then the type and its traits.</param>
internal sealed record SchemaSnapshot(string Version, IReadOnlyDictionary<string, string> Entries)
{
    public const string File = "schema.json";

    public static SchemaSnapshot Of(string version, IEnumerable<Component> components)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var component in components)
        {
            var path = component.Kind.Folder.Length > 0 ? $"{component.Kind.Folder}/{component.Name}" : component.Name;
            entries[path] = "";
            Add(entries, path, component.Members);
        }

        return new SchemaSnapshot(version, entries);
    }

    /// <summary>The committed one; null if there is none.</summary>
    public static SchemaSnapshot? Committed()
    {
        var path = Repository.PathOf(File);
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        var document = JsonFile.Read(path);
        return new SchemaSnapshot(document["version"]!.GetValue<string>(), document["schemas"].Deserialize<Dictionary<string, string>>()!);
    }

    public void Write() => JsonFile.Write(Repository.PathOf(File), new JsonObject
    {
        ["version"] = Version,
        ["schemas"] = JsonSerializer.SerializeToNode(Entries),
    });

    private static void Add(SortedDictionary<string, string> entries, string parent, IReadOnlyList<SchemaNode> nodes)
    {
        foreach (var node in nodes)
        {
            var path = $"{parent}/{node.Name}";
            entries[path] = $"{node.Group}: {string.Join(", ", node.Traits)}";
            Add(entries, path, node.Members ?? []);
        }
    }
}
