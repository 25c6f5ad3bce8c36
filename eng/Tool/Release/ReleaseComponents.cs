using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tool.Release;

/// <summary>
/// The foreign parts of the programs: the packages whose assemblies the builds used, the runtimes, and what the static files were
/// linked with. A package is listed only if its assembly's name is in a program: the compiler leaves out what nothing calls.
/// </summary>
internal static partial class ReleaseComponents
{
    public static async Task<IReadOnlyList<ReleaseComponent>> ReadAsync(
        IReadOnlyList<ReleasePart> parts, CancellationToken cancellationToken)
    {
        var components = new Dictionary<string, ReleaseComponent>();
        foreach (var part in parts)
        {
            var assets = Assets(part.Product, part.Platform);
            var program = await File.ReadAllBytesAsync(part.Program, cancellationToken);
            foreach (var component in Packages(assets, part, program)
                .Concat(RuntimesOf(assets, part.Platform).Select(runtime => Package(runtime.Name, runtime.Version))))
            {
                components[component.Origin] = component;
            }

            if (part.Platform.IsNative)
            {
                var openSsl = OpenSslVersion().Match(Encoding.Latin1.GetString(program));
                Add(components, "OpenSSL", openSsl.Groups[1].Value, "Apache-2.0");
                Add(components, "glibc", await GlibcAsync(part.Platform, cancellationToken), "LGPL-2.1-or-later");
            }
        }

        return [.. components.Values.OrderBy(component => component.Origin, StringComparer.Ordinal)];
    }

    /// <summary>The packages that a build used, as the SDK noted them.</summary>
    public static JsonNode Assets(Product product, Platform platform) =>
        JsonFile.Read(Repository.PathOf("src", product.Project, "obj", "release-" + platform.Runtime, "project.assets.json"));

    /// <summary>The runtimes that are in a program.</summary>
    public static IEnumerable<(string Name, string Version)> RuntimesOf(JsonNode assets, Platform platform) =>
        from download in assets["project"]!["frameworks"]!["net10.0"]!["downloadDependencies"]!.AsArray()
        let name = download!["name"]!.GetValue<string>()
        where name == $"Microsoft.AspNetCore.App.Runtime.{platform.Runtime}"
            || name == $"Microsoft.NETCore.App.Runtime.{(platform.IsNative ? "NativeAOT." : "")}{platform.Runtime}"
        select (name, download["version"]!.GetValue<string>().Trim('[', ']').Split(',')[0]);

    /// <summary>The folder that a restore put a package into.</summary>
    public static string PackageFolder(string name, string version) =>
        Path.Combine(Repository.NuGetPackages, name.ToLowerInvariant(), version);

    private static void Add(Dictionary<string, ReleaseComponent> components, string name, string version, string license)
    {
        if (version.Length == 0)
        {
            throw new ReleaseException($"The version of {name} in the static files was not found.");
        }

        var origin = $"pkg:generic/{name.ToLowerInvariant()}@{version}";
        components[origin] = new ReleaseComponent(name, version, license, origin, null, IsNative: true);
    }

    private static IEnumerable<ReleaseComponent> Packages(JsonNode assets, ReleasePart part, byte[] program)
    {
        var target = assets["targets"]![$"net10.0/{part.Platform.Runtime}"]!.AsObject();
        foreach (var (id, package) in target)
        {
            var assemblies = package!["runtime"]?.AsObject().Select(file => Path.GetFileNameWithoutExtension(file.Key)).ToList() ?? [];
            if (package["type"]!.GetValue<string>() == "package" && assemblies.Exists(assembly => Contains(program, assembly)))
            {
                var (name, version) = (id.Split('/')[0], id.Split('/')[1]);
                yield return Package(name, version);
            }
        }
    }

    private static ReleaseComponent Package(string name, string version)
    {
        var folder = PackageFolder(name, version);
        var specification = XDocument.Load(Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec"));
        var license = specification.Descendants().FirstOrDefault(element => element.Name.LocalName == "license")?.Value
            ?? throw new ReleaseException($"The package {name} {version} states no license.");
        var hash = File.ReadAllText(Path.Combine(folder, $"{name.ToLowerInvariant()}.{version}.nupkg.sha512"));
        var digest = Convert.ToHexStringLower(Convert.FromBase64String(hash));
        return new ReleaseComponent(name, version, license, $"pkg:nuget/{name}@{version}", digest, IsNative: false);
    }

    private static bool Contains(byte[] program, string text) => program.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static async Task<string> GlibcAsync(Platform platform, CancellationToken cancellationToken)
    {
        var compiler = platform.Architecture == "arm64" ? "aarch64-linux-gnu-gcc" : "gcc";
        var macros = await ReleaseProgram.OutputAsync(
            "sh", ["-c", $"echo '#include <features.h>' | {compiler} -dM -E -"], cancellationToken);
        var (major, minor) = (GlibcMajor().Match(macros).Groups[1].Value, GlibcMinor().Match(macros).Groups[1].Value);
        return $"{major}.{minor}";
    }

    [GeneratedRegex(@"OpenSSL (3\.\d+\.\d+)")]
    private static partial Regex OpenSslVersion();

    [GeneratedRegex(@"__GLIBC__ (\d+)")]
    private static partial Regex GlibcMajor();

    [GeneratedRegex(@"__GLIBC_MINOR__ (\d+)")]
    private static partial Regex GlibcMinor();
}
