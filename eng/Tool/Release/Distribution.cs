namespace Tool.Release;

/// <summary>The folder that holds a release, and the names of its files, as registries want them.</summary>
internal sealed class Distribution(string folder, string version)
{
    public static string DefaultFolder => Repository.PathOf("dist");

    public string Folder => folder;

    public string Version => version;

    public string Checksums => Prefixed("SHA256SUMS");

    public string Signature => Checksums + ".sig";

    public string Manifest => Prefixed("manifest.json");

    public string BillOfMaterials => Prefixed("sbom.cdx.json");

    public string Provenance => Prefixed("provenance.intoto.json");

    public string Notes => Path.Combine(folder, "release-notes.md");

    public string OciLayout => Path.Combine(folder, "oci");

    /// <summary>The release that is in a folder; null if there is none.</summary>
    public static Distribution? In(string folder)
    {
        const string end = "_SHA256SUMS";
        var start = Product.Provider.Name + "_";
        return Directory.Exists(folder)
            && Directory.GetFiles(folder, $"{start}*{end}").Select(Path.GetFileName).SingleOrDefault() is { } name
            ? new Distribution(folder, name[start.Length..^end.Length])
            : null;
    }

    /// <summary>The package of a program for a platform.</summary>
    public string Package(Product product, Platform platform) => Path.Combine(folder, $"{product.Name}_{version}_{platform}.zip");

    /// <summary>The name of the program in its package.</summary>
    public string Entry(Product product, Platform platform) =>
        (product.IsProvider ? $"{product.Name}_v{version}" : product.Name) + platform.Extension;

    /// <summary>The files that the checksums cover: all that a user downloads.</summary>
    public IEnumerable<string> Covered() =>
    [
        .. Product.All.SelectMany(product => Platform.All.Select(platform => Package(product, platform))),
        Manifest,
        BillOfMaterials,
        Provenance,
    ];

    private string Prefixed(string end) => Path.Combine(folder, $"{Product.Provider.Name}_{version}_{end}");
}
