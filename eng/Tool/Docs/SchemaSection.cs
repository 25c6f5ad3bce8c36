using TerraformPlugin.Schemas;

namespace Tool.Docs;

/// <summary>The section "Schema" of a page, in the layout that readers know from the registries.</summary>
internal static class SchemaSection
{
    private static readonly string[] Groups = [SchemaNode.Required, SchemaNode.Optional, SchemaNode.ReadOnly];

    public static string Render(Schema schema) => string.Join('\n',
        [
            "<!-- from the provider's schema, by `make generate` -->",
            "## Schema",
            .. Section(SchemaNode.Of(schema), [], title => $"### {title}"),
        ]);

    // Nested schemas follow the lines of all groups, each with its own nested schemas behind it.
    private static IEnumerable<string> Section(IReadOnlyList<SchemaNode> nodes, IReadOnlyList<string> path, Func<string, string> heading)
    {
        var nested = new List<string>();
        foreach (var group in Groups)
        {
            var members = nodes.Where(node => node.Group == group).ToList();
            if (members.Count == 0)
            {
                continue;
            }

            yield return "";
            yield return heading(group);
            yield return "";
            foreach (var node in members)
            {
                yield return Line(node, [.. path, node.Name]);
                nested.AddRange(Nested(node, [.. path, node.Name]));
            }
        }

        foreach (var line in nested)
        {
            yield return line;
        }
    }

    private static string Line(SchemaNode node, IReadOnlyList<string> path)
    {
        var line = $"- `{node.Name}` ({string.Join(", ", node.Traits)}) {node.Description}".TrimEnd();
        return node.Members is null ? line : $"{line} (see [below for nested schema](#{Anchor(node, path)}))";
    }

    private static IEnumerable<string> Nested(SchemaNode node, IReadOnlyList<string> path) => node.Members is null
        ? []
        :
        [
            "",
            $"<a id=\"{Anchor(node, path)}\"></a>",
            $"### Nested Schema for `{string.Join('.', path)}`",
            .. Section(node.Members, path, title => $"{title}:"),
        ];

    private static string Anchor(SchemaNode node, IReadOnlyList<string> path) => $"{node.AnchorPrefix}--{string.Join("--", path)}";
}
