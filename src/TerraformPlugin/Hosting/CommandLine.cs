namespace TerraformPlugin.Hosting;

/// <summary>Reads the few arguments of a provider program; one or two leading dashes are the same, as in Go programs.</summary>
internal static class CommandLine
{
    /// <summary>The mode that <paramref name="args"/> ask for; <see cref="RunMode.Unknown"/> unless every argument is known.</summary>
    public static RunMode Parse(IReadOnlyList<string> args) => args switch
    {
        [] => RunMode.Plugin,
        ["-debug" or "--debug"] => RunMode.Debug,
        ["-version" or "--version" or "-v"] => RunMode.Version,
        ["-help" or "--help" or "-h"] => RunMode.Help,
        _ => RunMode.Unknown,
    };
}
