namespace Acceptance.Running;

/// <summary>A CLI and the build of the provider that it runs: what a test is repeated for.</summary>
public sealed record Toolchain(Cli Cli, ProviderBuild Provider)
{
    /// <summary>Every CLI with the ordinary build, and the pinned one with what we ship.</summary>
    public static IEnumerable<Toolchain> All =>
        [.. Cli.All.Select(cli => new Toolchain(cli, ProviderBuild.Ordinary)), new Toolchain(Cli.Pinned, ProviderBuild.Native)];

    public override string ToString() => $"{Cli}, {Provider}";
}
