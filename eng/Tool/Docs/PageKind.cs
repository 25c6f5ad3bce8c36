namespace Tool.Docs;

/// <summary>A kind of page that a schema has, with its folders and names in the layout of the registries.</summary>
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
    });

    public static PageKind DataSource { get; } =
        new("Data Source", "data-sources", new Dictionary<string, string> { ["ExampleFile"] = "data-source.tf" });
}
