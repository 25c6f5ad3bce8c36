using System.Runtime.InteropServices;

namespace Acceptance.Running;

/// <summary>One of the two ways in which the provider is built, laid out so that a CLI can install it.</summary>
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

    /// <summary>A filesystem mirror that holds this build for the default registries of both CLIs; made once for all tests.</summary>
    public string Mirror => _mirror.Value;

    public override string ToString() => Name;

    private string LayOutMirror(string target)
    {
        if (!File.Exists(Binary))
        {
            throw new InvalidOperationException($"There is no {Name} build of the provider: run `make {target}` first.");
        }

        var mirror = Repository.PathOf("artifacts", "acceptance", Name);
        if (Directory.Exists(mirror))
        {
            Directory.Delete(mirror, recursive: true);
        }

        foreach (var host in new[] { "registry.terraform.io", "registry.opentofu.org" })
        {
            var package = Path.Combine(mirror, host, "rockettf", "rocketchat", Repository.Version, Platform());
            Directory.CreateDirectory(package);
            File.CreateSymbolicLink(Path.Combine(package, $"terraform-provider-rocketchat_v{Repository.Version}"), Binary);
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
