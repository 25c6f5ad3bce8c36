using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Tool.Release;

/// <summary>
/// The provider as an OCI image layout, for OpenTofu's mirrors in OCI registries (1.10 and later): an index of one manifest per
/// platform, each with the zip as its only layer.
/// </summary>
internal static class OciLayout
{
    private const string IndexType = "application/vnd.oci.image.index.v1+json";
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string EmptyType = "application/vnd.oci.empty.v1+json";

    public static void Write(Distribution distribution, IEnumerable<ReleasePart> parts)
    {
        var blobs = Directory.CreateDirectory(Path.Combine(distribution.OciLayout, "blobs", "sha256")).FullName;
        var manifests = new JsonArray();
        foreach (var part in parts.Where(part => part.Product.IsProvider))
        {
            var manifest = Add(blobs, ManifestType, JsonFile.Bytes(new JsonObject
            {
                ["schemaVersion"] = 2,
                ["mediaType"] = ManifestType,
                ["artifactType"] = "application/vnd.opentofu.provider-target",
                ["config"] = Add(blobs, EmptyType, "{}"u8.ToArray()),
                ["layers"] = new JsonArray(Add(blobs, "archive/zip", File.ReadAllBytes(part.Package))),
            }));
            manifest["platform"] = new JsonObject { ["os"] = part.Platform.System, ["architecture"] = part.Platform.Architecture };
            manifest["artifactType"] = "application/vnd.opentofu.provider-target";
            manifests.Add(manifest);
        }

        var index = Add(blobs, IndexType, JsonFile.Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = IndexType,
            ["artifactType"] = "application/vnd.opentofu.provider",
            ["manifests"] = manifests,
        }));
        index["annotations"] = new JsonObject { ["org.opencontainers.image.ref.name"] = distribution.Version };
        JsonFile.Write(
            Path.Combine(distribution.OciLayout, "index.json"),
            new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = IndexType, ["manifests"] = new JsonArray(index) });
        File.WriteAllText(Path.Combine(distribution.OciLayout, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
    }

    private static JsonObject Add(string blobs, string type, byte[] content)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllBytes(Path.Combine(blobs, digest), content);
        return new JsonObject { ["mediaType"] = type, ["digest"] = $"sha256:{digest}", ["size"] = content.Length };
    }
}
