using System.Diagnostics;

namespace Tool.Release;

/// <summary>Makes a release in <c>dist/</c>: everything but the upload and the signature.</summary>
internal static class ReleaseCommand
{
    private static readonly string[] Papers = ["LICENSE", Notices.File, "README.md", "CHANGELOG.md"];

    /// <param name="version">The version; empty for the one of the sources.</param>
    /// <param name="cancellationToken">Ends the builds.</param>
    public static async Task<int> RunAsync(string version, CancellationToken cancellationToken)
    {
        try
        {
            var distribution = new Distribution(Distribution.DefaultFolder, version.Length > 0 ? version : Repository.Version);
            await MakeAsync(distribution, cancellationToken);
            Console.WriteLine($"{distribution.Folder}: version {distribution.Version}, {Platform.All.Count} platforms");
            return 0;
        }
        catch (ReleaseException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task MakeAsync(Distribution distribution, CancellationToken cancellationToken)
    {
        var source = await Source.ReadAsync(cancellationToken);
        var changelog = await File.ReadAllTextAsync(Repository.PathOf("CHANGELOG.md"), cancellationToken);
        var notes = ReleaseNotes.Of(changelog, distribution.Version);
        if (Directory.Exists(distribution.Folder))
        {
            Directory.Delete(distribution.Folder, recursive: true);
        }

        Directory.CreateDirectory(distribution.Folder);
        var notices = Repository.PathOf("artifacts", "release", Notices.File);
        var parts = new List<ReleasePart>();
        foreach (var platform in Platform.All)
        {
            foreach (var product in Product.All)
            {
                var program = await BuildAsync(distribution, product, platform, cancellationToken);
                var package = distribution.Package(product, platform);
                Notices.Write(notices, product, platform);
                Archive.Write(package, source.Time,
                [
                    (distribution.Entry(product, platform), program),
                    .. Papers.Select(paper => (paper, paper == Notices.File ? notices : Repository.PathOf(paper))),
                ]);
                parts.Add(new ReleasePart(product, platform, program, package));
            }
        }

        File.Copy(Repository.PathOf("terraform-registry-manifest.json"), distribution.Manifest);
        var components = await ReleaseComponents.ReadAsync(parts, cancellationToken);
        BillOfMaterials.Write(distribution, source, components);
        await Provenance.WriteAsync(distribution, source, parts, components, cancellationToken);
        Checksums.Write(distribution.Checksums, distribution.Covered());
        OciLayout.Write(distribution, parts);
        await File.WriteAllTextAsync(distribution.Notes, notes + ReleaseNotes.Requirements(components), cancellationToken);
    }

    private static async Task<string> BuildAsync(
        Distribution distribution, Product product, Platform platform, CancellationToken cancellationToken)
    {
        var program = Repository.PathOf("artifacts", "release", platform.ToString(), distribution.Entry(product, platform));
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        var start = new ProcessStartInfo(
            Repository.PathOf("eng", "publish"), ["release", product.Project, program, platform.Runtime, distribution.Version]);
        return await Command.RunAsync(start, cancellationToken) == 0
            ? program
            : throw new ReleaseException($"{product.Name} could not be built for {platform}.");
    }
}
