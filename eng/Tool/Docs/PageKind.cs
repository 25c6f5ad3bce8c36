namespace Tool.Docs;

/// <summary>A kind of page that a part of the provider has, with its folders and names in the layout of the registries.</summary>
/// <param name="Title">The kind in a heading.</param>
/// <param name="Folder">The folder below docs/, templates/ and examples/.</param>
/// <param name="Examples">The files that templates show, by the name that templates use.</param>
internal sealed record PageKind(string Title, string Folder, IReadOnlyDictionary<string, string> Examples)
{
    public static PageKind Provider { get; } =
        new("Provider", "provider", new Dictionary<string, string> { ["ExampleFile"] = "provider.tf" });

    public static PageKind Resource { get; } = new("Resource", "resources", new Dictionary<string, string>
    {
        ["ExampleFile"] = "resource.tf",
        ["ImportFile"] = "import.sh",
        ["ImportIDConfigFile"] = "import-by-string-id.tf",
        ["ImportIdentityConfigFile"] = "import-by-identity.tf",
    });

    public static PageKind DataSource { get; } =
        new("Data Source", "data-sources", new Dictionary<string, string> { ["ExampleFile"] = "data-source.tf" });

    public static PageKind Function { get; } =
        new("Function", "functions", new Dictionary<string, string> { ["ExampleFile"] = "function.tf" });

    public static PageKind ListResource { get; } =
        new("List Resource", "list-resources", new Dictionary<string, string> { ["ExampleFile"] = "list-resource.tfquery.hcl" });

    public static PageKind Action { get; } =
        new("Action", "actions", new Dictionary<string, string> { ["ExampleFile"] = "action.tf" });

    /// <summary>The kinds with a folder for each object.</summary>
    public static IReadOnlyList<PageKind> OfMany { get; } = [Resource, DataSource, Function, ListResource, Action];
}
