using System.Text.Json.Nodes;
using static Tool.Release.Check.ReleaseCheckCommand;

namespace Tool.Release.Check;

/// <summary>The bill of materials against the lock files, the notices of third parties and the provenance.</summary>
internal static class PapersCheck
{
    public static void Run(Distribution distribution)
    {
        var components = JsonFile.Read(distribution.BillOfMaterials)["components"]!.AsArray().OfType<JsonNode>().ToList();
        var notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES"));
        var locked = Product.All.SelectMany(product => Locked(product.Project)).ToHashSet();
        foreach (var component in components)
        {
            var (name, version) = (component["name"]!.GetValue<string>(), component["version"]!.GetValue<string>());
            var isPackage = component["purl"]!.GetValue<string>().StartsWith("pkg:nuget/", StringComparison.Ordinal);

            // The SDK chooses the runtimes, and a lock file does not list them.
            Demand(
                !isPackage || name.Contains(".App.Runtime.", StringComparison.Ordinal) || locked.Contains($"{name} {version}"),
                $"{name} {version} is in a program, but not in packages.lock.json.");
            Demand(
                notices.Contains(Family(name), StringComparison.Ordinal),
                $"{name} is in a program, but THIRD-PARTY-NOTICES does not name it.");
        }

        Passed($"the {components.Count} parts of the bill of materials are locked and have their notices");
        var subjects = JsonFile.Read(distribution.Provenance)["subject"]!.AsArray().Count;
        Demand(subjects == Product.All.Count * Platform.All.Count, $"The provenance names {subjects} packages.");
        Passed("the provenance names each package");
    }

    private static IEnumerable<string> Locked(string project) =>
        from framework in JsonFile.Read(Repository.PathOf("src", project, "packages.lock.json"))["dependencies"]!.AsObject()
        from package in framework.Value!.AsObject()
        where package.Value!["resolved"] is not null
        select $"{package.Key} {package.Value!["resolved"]}";

    private static string Family(string name) => name.StartsWith("Microsoft.", StringComparison.Ordinal) ? ".NET" : name;
}
