using RocketTfProvider;
using TerraformPlugin;
using TerraformPlugin.Schemas;

namespace Tool.Docs;

/// <summary>A part of the provider that has a page: the provider itself, a resource, a function, and so on.</summary>
/// <param name="Kind">The kind of the page.</param>
/// <param name="Name">The name in HCL.</param>
/// <param name="Fields">The texts that come from the provider, by the name that templates use.</param>
/// <param name="Members">The attributes and blocks; of a function its signature.</param>
/// <param name="Undescribed">The paths of what has no description.</param>
internal sealed record Component(
    PageKind Kind,
    string Name,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<SchemaNode> Members,
    IReadOnlyList<string> Undescribed)
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
    public string Page => Kind == PageKind.Provider
        ? "index.md"
        : $"{Kind.Folder}/{(Name.StartsWith(Prefix, StringComparison.Ordinal) ? Name[Prefix.Length..] : Name)}.md";

    public static IReadOnlyList<Component> All()
    {
        var provider = new RocketChatProvider(_ => null);
        return
        [
            Of(PageKind.Provider, provider.Name, provider.Schema),
            .. provider.Resources.Select(resource => Of(PageKind.Resource, resource.TypeName, resource.Schema)),
            .. provider.DataSources.Select(source => Of(PageKind.DataSource, source.TypeName, source.Schema)),
            .. provider.Functions.Select(Of),
            .. provider.ListResources.Select(list => Of(PageKind.ListResource, list.TypeName, list.Schema)),
            .. provider.Actions.Select(action => Of(PageKind.Action, action.TypeName, action.Schema)),
        ];
    }

    private static Component Of(PageKind kind, string name, Schema schema) => new(
        kind,
        name,
        new Dictionary<string, string>
        {
            ["Description"] = schema.Description,
            ["SchemaMarkdown"] = SchemaSection.Render(schema),
        },
        SchemaNode.Of(schema),
        [.. UndescribedIn(name, schema.Description, SchemaNode.Of(schema))]);

    private static Component Of(Function function) => new(
        PageKind.Function,
        function.Name,
        new Dictionary<string, string>
        {
            ["Summary"] = function.Signature.Summary,
            ["Description"] = function.Signature.Description,
            ["FunctionSignatureMarkdown"] = SignatureSection.Signature(function),
            ["FunctionArgumentsMarkdown"] = SignatureSection.Arguments(function.Signature),
        },
        [new SchemaNode("signature", SchemaNode.ReadOnly, [SignatureSection.Types(function)], function.Signature.Description, "", null)],
        [
            .. from parameter in SignatureSection.ParametersOf(function.Signature)
               where string.IsNullOrWhiteSpace(parameter.Description)
               select $"{function.Name}.{parameter.Name}",
        ]);

    private static IEnumerable<string> UndescribedIn(string path, string description, IReadOnlyList<SchemaNode> members) =>
    [
        .. string.IsNullOrWhiteSpace(description) ? [path] : (string[])[],
        .. members.SelectMany(member => UndescribedIn($"{path}.{member.Name}", member.Description, member.Members ?? [])),
    ];
}
