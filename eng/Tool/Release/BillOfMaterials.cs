using System.Text.Json.Nodes;

namespace Tool.Release;

/// <summary>The parts of the programs as CycloneDX 1.6 lists them.</summary>
internal static class BillOfMaterials
{
    public static void Write(Distribution distribution, Source source, IReadOnlyList<ReleaseComponent> components)
    {
        var document = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = source.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
                ["component"] = new JsonObject
                {
                    ["type"] = "application",
                    ["bom-ref"] = Product.Provider.Name,
                    ["name"] = Product.Provider.Name,
                    ["version"] = distribution.Version,
                    ["licenses"] = Licenses("MIT"),
                },
            },
            ["components"] = new JsonArray([.. components.Select(Component)]),
            ["dependencies"] = new JsonArray(new JsonObject
            {
                ["ref"] = Product.Provider.Name,
                ["dependsOn"] = new JsonArray([.. components.Select(component => JsonValue.Create(component.Origin))]),
            }),
        };
        JsonFile.Write(distribution.BillOfMaterials, document);
    }

    private static JsonObject Component(ReleaseComponent component)
    {
        var json = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = component.Origin,
            ["name"] = component.Name,
            ["version"] = component.Version,
            ["purl"] = component.Origin,
            ["licenses"] = Licenses(component.License),
        };
        if (component.Hash is { } hash)
        {
            json["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = hash });
        }

        return json;
    }

    private static JsonArray Licenses(string license) => new(new JsonObject { ["expression"] = license });
}
