using TerraformPlugin.Protocol;

namespace TerraformPlugin.Hosting;

/// <summary>The program around a provider.</summary>
public static class ProviderHost
{
    /// <summary>A CLI kills a provider that still runs two seconds after Shutdown.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Runs the provider until the CLI that started it has no more use for it; or, with <c>-debug</c>, until Ctrl-C.
    /// Nothing may have been written to stdout before.
    /// </summary>
    /// <param name="provider">The provider.</param>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="commands">Lines for the help about commands that the program handles itself; empty for none.</param>
    /// <returns>The exit code for <c>Main</c> to return.</returns>
    public static async Task<int> RunAsync(ProviderBase provider, string[] args, string commands = "")
    {
        var options = new PluginHostOptions
        {
            ProviderName = provider.Name,
            ProviderAddress = provider.Address,
            Version = provider.Version,
            Commands = commands,
            AddMethods = (methods, stop, loggers) =>
                ProviderMethods.Add(methods, new ProviderService(provider, stop, TimeProvider.System, loggers)),
        };
        try
        {
            return await PluginHost.RunAsync(options, args).ConfigureAwait(false);
        }
        finally
        {
            using var deadline = new CancellationTokenSource(ClosingTime);
            await provider.CloseAsync(deadline.Token).ConfigureAwait(false);
        }
    }
}
