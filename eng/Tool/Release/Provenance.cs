using System.Text.Json.Nodes;

namespace Tool.Release;

/// <summary>A statement of what a release was made of and how: in-toto v1 with SLSA provenance v1.</summary>
internal static class Provenance
{
    private const string Builder = "RELEASE_BUILDER";

    public static async Task WriteAsync(
        Distribution distribution,
        Source source,
        IEnumerable<ReleasePart> parts,
        IReadOnlyList<ReleaseComponent> components,
        CancellationToken cancellationToken)
    {
        var sdk = await ReleaseProgram.OutputAsync("dotnet", ["--version"], cancellationToken);
        var commit = source.Commit.Split('-')[0];
        var document = new JsonObject
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = new JsonArray([.. parts.Select(part => new JsonObject
            {
                ["name"] = Path.GetFileName(part.Package),
                ["digest"] = new JsonObject { ["sha256"] = Checksums.Of(part.Package) },
            })]),
            ["predicateType"] = "https://slsa.dev/provenance/v1",
            ["predicate"] = new JsonObject
            {
                ["buildDefinition"] = new JsonObject
                {
                    ["buildType"] = "make release",
                    ["externalParameters"] = new JsonObject { ["version"] = distribution.Version },
                    ["internalParameters"] = new JsonObject { ["source"] = source.Commit, ["sdk"] = sdk },
                    ["resolvedDependencies"] = new JsonArray(
                    [
                        new JsonObject { ["name"] = "source", ["digest"] = new JsonObject { ["gitCommit"] = commit } },
                        new JsonObject { ["name"] = "Microsoft .NET SDK", ["annotations"] = new JsonObject { ["version"] = sdk } },
                        .. components.Select(Dependency),
                    ]),
                },
                ["runDetails"] = new JsonObject
                {
                    ["builder"] = new JsonObject { ["id"] = Environment.GetEnvironmentVariable(Builder) ?? "a developer's machine" },
                },
            },
        };
        JsonFile.Write(distribution.Provenance, document);
    }

    private static JsonObject Dependency(ReleaseComponent component)
    {
        var json = new JsonObject { ["uri"] = component.Origin };
        if (component.Hash is { } hash)
        {
            json["digest"] = new JsonObject { ["sha512"] = hash };
        }

        return json;
    }
}
