using System.Text.Json.Nodes;
using Tool.Release;

namespace Tool.Tests.Release;

/// <summary>The image layout for OpenTofu's mirrors: from the tag to each zip by digests that are right.</summary>
public sealed class OciLayoutTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oci-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_Packages_LeadsFromTheVersionToEachZip()
    {
        var distribution = new Distribution(_folder.FullName, "1.2.3");
        var parts = Platform.All.Select(platform => Part(distribution, Product.Provider, platform)).ToList();
        OciLayout.Write(distribution, [.. parts, Part(distribution, Product.Emulator, Platform.All[0])]);

        var tag = JsonNode.Parse(File.ReadAllText(Path.Combine(distribution.OciLayout, "index.json")))!["manifests"]!.AsArray().Single()!;
        var index = Follow(distribution, tag);

        Assert.Equal("1.2.3", tag["annotations"]!["org.opencontainers.image.ref.name"]!.GetValue<string>());
        Assert.Equal("application/vnd.opentofu.provider", index["artifactType"]!.GetValue<string>());
        Assert.Equal(
            Platform.All.Select(platform => platform.ToString()),
            index["manifests"]!.AsArray().Select(manifest => $"{manifest!["platform"]!["os"]}_{manifest["platform"]!["architecture"]}"));
        foreach (var (part, manifest) in parts.Zip(index["manifests"]!.AsArray()))
        {
            var layer = Follow(distribution, manifest!)["layers"]!.AsArray().Single()!;
            Assert.Equal("archive/zip", layer["mediaType"]!.GetValue<string>());
            Assert.Equal($"sha256:{Checksums.Of(part.Package)}", layer["digest"]!.GetValue<string>());
            Assert.Equal(new FileInfo(Blob(distribution, layer)).Length, layer["size"]!.GetValue<long>());
        }
    }

    private static ReleasePart Part(Distribution distribution, Product product, Platform platform)
    {
        var package = distribution.Package(product, platform);
        File.WriteAllText(package, $"{product.Name} for {platform}");
        return new ReleasePart(product, platform, package, package);
    }

    private static JsonNode Follow(Distribution distribution, JsonNode descriptor)
    {
        var blob = Blob(distribution, descriptor);
        Assert.Equal($"sha256:{Checksums.Of(blob)}", descriptor["digest"]!.GetValue<string>());
        return JsonNode.Parse(File.ReadAllText(blob))!;
    }

    private static string Blob(Distribution distribution, JsonNode descriptor) =>
        Path.Combine(distribution.OciLayout, "blobs", "sha256", descriptor["digest"]!.GetValue<string>().Split(':')[1]);
}
