using System.Runtime.InteropServices;

namespace Acceptance.Running;

/// <summary>A build of the provider, ordinary or ahead of time, laid out so that a CLI can install it.</summary>
public sealed class ProviderBuild
{
    private readonly Lazy<string> _mirror;

    private ProviderBuild(string name, string target, params string[] binary)
    {
        Name = name;
        Binary = Repository.PathOf(binary);
        _mirror = new Lazy<string>(() => LayOutMirror(target));
    }

    public static ProviderBuild Ordinary { get; } = new("ordinary", "build", "bin", "terraform-provider-rocketchat");

    public static ProviderBuild Native { get; } = new("native", "native", "bin", "native", "terraform-provider-rocketchat");

    public string Name { get; }

    public string Binary { get; }

    /// <summary>The registries that the CLIs ask first.</summary>
    public static IReadOnlyList<string> Registries { get; } = ["registry.terraform.io", "registry.opentofu.org"];

    /// <summary>The name that a CLI expects of the provider's file.</summary>
    public static string FileName => $"terraform-provider-rocketchat_v{Repository.Version}";

    /// <summary>A filesystem mirror that holds this build for the default registries of both CLIs; made on first use.</summary>
    public string Mirror => _mirror.Value;

    /// <summary>The folder in a filesystem mirror that holds the provider for this platform.</summary>
    public static string PackageFolder(string mirror, string registry) =>
        Path.Combine(mirror, registry, "rockettf", "rocketchat", Repository.Version, Platform());

    public override string ToString() => Name;

    private string LayOutMirror(string target)
    {
        if (!File.Exists(Binary))
        {
            throw new InvalidOperationException($"There is no {Name} build of the provider: run `make {target}` first.");
        }

        // Never removed, since another process may use it; the version in its path keeps it from being out of date.
        var mirror = Repository.PathOf("artifacts", "mirror", $"{Name}-{Repository.Version}");
        foreach (var registry in Registries)
        {
            var package = PackageFolder(mirror, registry);
            var file = Path.Combine(package, FileName);
            Directory.CreateDirectory(package);
            try
            {
                File.CreateSymbolicLink(file, Path.GetRelativePath(package, Binary));
            }
            catch (IOException) when (File.Exists(file))
            {
                // Laid out before.
            }
        }

        return mirror;
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "linux";
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";
        return $"{system}_{architecture}";
    }
}
