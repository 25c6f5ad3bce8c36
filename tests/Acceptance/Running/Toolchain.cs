namespace Acceptance.Running;

/// <summary>A CLI and the build of the provider that it runs: what a test is repeated for.</summary>
public sealed record Toolchain(Cli Cli, ProviderBuild Provider)
{
    /// <summary>The build that we ship, with the CLI that is always there.</summary>
    public static Toolchain Shipped => new(Cli.Pinned, ProviderBuild.Native);

    /// <summary>Every CLI with the ordinary build, and the pinned one with what we ship.</summary>
    public static IEnumerable<Toolchain> All => [.. Cli.All.Select(cli => new Toolchain(cli, ProviderBuild.Ordinary)), Shipped];

    public override string ToString() => $"{Cli}, {Provider}";
}
