using Tool.Docs;

namespace Tool.Compatibility;

/// <summary>A difference between the schemas of two versions.</summary>
/// <param name="Kind">The effect on a configuration.</param>
/// <param name="Text">The difference in words.</param>
internal sealed record SchemaChange(ChangeKind Kind, string Text)
{
    public static IReadOnlyList<SchemaChange> Between(SchemaSnapshot old, SchemaSnapshot @new) =>
    [
        .. old.Entries.Keys.Except(@new.Entries.Keys).Select(path => new SchemaChange(ChangeKind.Breaking, $"{path} is gone")),
        .. @new.Entries.Keys.Except(old.Entries.Keys).Select(path => Added(path, old, @new.Entries[path])),
        .. from entry in @new.Entries
           where old.Entries.TryGetValue(entry.Key, out var before) && before != entry.Value
           select Changed(entry.Key, old.Entries[entry.Key], entry.Value),
    ];

    private static SchemaChange Added(string path, SchemaSnapshot old, string entry)
    {
        var parent = path[..Math.Max(path.LastIndexOf('/'), 0)];
        var isDemanded = entry.StartsWith(SchemaNode.Required, StringComparison.Ordinal) && old.Entries.ContainsKey(parent);
        return new SchemaChange(
            isDemanded ? ChangeKind.Breaking : ChangeKind.Additive, isDemanded ? $"{path} is new and required" : $"{path} is new");
    }

    private static SchemaChange Changed(string path, string before, string after)
    {
        var ((oldUse, oldType), (newUse, newType)) = (Parts(before), Parts(after));
        var narrows = oldType != newType
            || (newUse == SchemaNode.Required && oldUse != SchemaNode.Required)
            || (newUse == SchemaNode.ReadOnly && oldUse != SchemaNode.ReadOnly);
        return new SchemaChange(narrows ? ChangeKind.Breaking : ChangeKind.Additive, $"{path} was \"{before}\" and is \"{after}\"");
    }

    // Whether a value is shown, or an attribute deprecated, changes no configuration.
    private static (string Use, string Type) Parts(string entry)
    {
        var parts = entry.Split(": ", 2);
        return (parts[0], parts.Length > 1 ? parts[1].Split(", ")[0] : "");
    }
}
