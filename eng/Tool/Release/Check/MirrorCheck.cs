using static Tool.Release.Check.ReleaseCheckCommand;

namespace Tool.Release.Check;

/// <summary>Each CLI installs the packages from a filesystem mirror and from a network mirror, and applies the quickstart.</summary>
internal static class MirrorCheck
{
    private static readonly string[] Commands =
    [
        "init -input=false -no-color",
        "plan -input=false -no-color -out=saved.tfplan",
        "apply -input=false -no-color saved.tfplan",
        "destroy -input=false -no-color -auto-approve",
    ];

    public static async Task RunAsync(Distribution distribution, HostPrograms host, CancellationToken cancellationToken)
    {
        var mirror = Path.Combine(host.Work, "mirror");
        foreach (var registry in ProviderBuild.Registries)
        {
            var folder = Directory.CreateDirectory(Path.Combine(mirror, registry, "rockettf", "rocketchat")).FullName;
            foreach (var platform in Platform.All)
            {
                var package = distribution.Package(Product.Provider, platform);
                File.Copy(package, Path.Combine(folder, Path.GetFileName(package)));
            }
        }

        await using var server = await MirrorServer.StartAsync(distribution, Path.Combine(host.Work, "server.pem"), cancellationToken);
        var trust = new Dictionary<string, string> { ["SSL_CERT_FILE"] = server.Certificate };
        var nothing = new Dictionary<string, string>();
        foreach (var cli in Cli.All)
        {
            await QuickstartAsync(cli, "files", $"filesystem_mirror {{ path = \"{mirror}\" }}", nothing);
            await QuickstartAsync(cli, "network", $"network_mirror {{ url = \"{server.Url}\" }}", trust);
            Passed($"{cli} installs from a filesystem mirror and from a network mirror, and applies the quickstart");
        }

        Task QuickstartAsync(Cli cli, string kind, string installation, IReadOnlyDictionary<string, string> environment) =>
            Quickstart.RunAsync(
                cli, host.Emulator, Path.Combine(host.Work, $"{kind}-{cli}"), installation, Commands, environment, cancellationToken);
    }
}
