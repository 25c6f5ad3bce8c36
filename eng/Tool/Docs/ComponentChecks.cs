namespace Tool.Docs;

/// <summary>The requirements of every part of the provider: a description of each node, and its examples.</summary>
internal static class ComponentChecks
{
    public static IEnumerable<string> Descriptions(Component component) =>
        component.Undescribed.Select(path => $"{path} has no description");

    public static IEnumerable<string> Examples(IReadOnlyList<Component> components) =>
    [
        .. from component in components
           from example in component.Examples
           where !File.Exists(Repository.PathOf(example.Value))
           select $"{example.Value} is missing",
        .. from kind in PageKind.OfMany
           where Directory.Exists(Repository.PathOf("examples", kind.Folder))
           from folder in Directory.EnumerateDirectories(Repository.PathOf("examples", kind.Folder))
           let path = Path.GetRelativePath(Repository.Root, folder)
           where components.All(component => component.ExampleFolder != path)
           select $"{path} is not a {kind.Title.ToLowerInvariant()} of the provider",
    ];
}
