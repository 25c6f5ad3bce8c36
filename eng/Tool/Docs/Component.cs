using RocketTfProvider;
using TerraformPlugin.Schemas;

namespace Tool.Docs;

/// <summary>A part of the provider that has a schema and a page: the provider itself, a resource, a data source.</summary>
internal sealed record Component(PageKind Kind, string Name, Schema Schema)
{
    private const string Prefix = "rocketchat_";

    // Its create sends a notification: nothing stays on the server that could be imported.
    private const string NotImportable = "rocketchat_push_test";

    /// <summary>The example files that the page shows, by the name that templates use.</summary>
    public IEnumerable<KeyValuePair<string, string>> Examples =>
        from example in Kind.Examples
        where Name != NotImportable || !example.Key.StartsWith("Import", StringComparison.Ordinal)
        select KeyValuePair.Create(example.Key, Path.Combine(ExampleFolder, example.Value));

    public string ExampleFolder => Kind == PageKind.Provider ? "examples/provider" : $"examples/{Kind.Folder}/{Name}";

    /// <summary>The page, below docs/ and without the suffix of the template below templates/.</summary>
    public string Page => Kind == PageKind.Provider ? "index.md" : $"{Kind.Folder}/{Name[Prefix.Length..]}.md";

    public static IReadOnlyList<Component> All()
    {
        var provider = new RocketChatProvider(_ => null);
        return
        [
            new Component(PageKind.Provider, provider.Name, provider.Schema),
            .. provider.Resources.Select(resource => new Component(PageKind.Resource, resource.TypeName, resource.Schema)),
            .. provider.DataSources.Select(source => new Component(PageKind.DataSource, source.TypeName, source.Schema)),
        ];
    }
}
