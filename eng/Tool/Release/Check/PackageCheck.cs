using System.IO.Compression;
using static Tool.Release.Check.ReleaseCheckCommand;

namespace Tool.Release.Check;

/// <summary>The names, sums, contents and modes of the packages.</summary>
internal static class PackageCheck
{
    private const int ModeBits = 0x1FF;
    private const int Executable = 0x1ED; // rwxr-xr-x

    public static void Run(Distribution distribution)
    {
        foreach (var file in distribution.Covered())
        {
            Demand(File.Exists(file), $"{Path.GetFileName(file)} is missing.");
        }

        var sums = Checksums.Read(distribution.Checksums);
        var covered = distribution.Covered().ToDictionary(file => Path.GetFileName(file), Checksums.Of);
        Demand(covered.Count == sums.Count, "The checksums name other files than the release has.");
        foreach (var (name, sum) in covered)
        {
            Demand(sums.GetValueOrDefault(name) == sum, $"The checksum of {name} is not that of the file.");
        }

        Passed($"{sums.Count} files have the names and the sums that they should have");
        foreach (var product in Product.All)
        {
            foreach (var platform in Platform.All)
            {
                Check(distribution, product, platform);
            }
        }

        var manifest = Repository.PathOf("terraform-registry-manifest.json");
        Demand(
            File.ReadAllBytes(distribution.Manifest).SequenceEqual(File.ReadAllBytes(manifest)),
            "The manifest differs from that of the sources.");
        Passed("each package holds its program, executable, with its papers");
    }

    private static void Check(Distribution distribution, Product product, Platform platform)
    {
        using var zip = ZipFile.OpenRead(distribution.Package(product, platform));
        var program = distribution.Entry(product, platform);
        string[] expected = [program, "LICENSE", "THIRD-PARTY-NOTICES", "README.md", "CHANGELOG.md"];
        Demand(
            zip.Entries.Select(entry => entry.FullName).SequenceEqual(expected),
            $"{product.Name} for {platform} holds {string.Join(", ", zip.Entries.Select(entry => entry.FullName))}.");
        var entry = zip.Entries[0];
        Demand(((entry.ExternalAttributes >> 16) & ModeBits) == Executable, $"{program} for {platform} is not executable.");
        using var stream = entry.Open();
        var content = new byte[entry.Length];
        stream.ReadExactly(content);
        Demand(content.AsSpan().StartsWith(Magic(platform)), $"{program} for {platform} is no program of that system.");
        Demand(platform.System != "darwin" || CodeSignature.IsIn(content), $"{program} for {platform} has no code signature.");
    }

    private static ReadOnlySpan<byte> Magic(Platform platform) => platform.System switch
    {
        "linux" => "\u007fELF"u8,
        "windows" => "MZ"u8,
        _ => [0xCF, 0xFA, 0xED, 0xFE],
    };
}
