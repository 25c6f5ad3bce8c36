using System.Diagnostics;

namespace Acceptance.Running;

/// <summary>The provider as a developer runs it under a debugger: it waits for a CLI instead of being started by one.</summary>
internal sealed class DebuggedProvider : IAsyncDisposable
{
    private const string Variable = "TF_REATTACH_PROVIDERS='";
    private readonly Process _process;

    private DebuggedProvider(Process process, string reattachVariable) => (_process, ReattachVariable) = (process, reattachVariable);

    /// <summary>The value for the variable TF_REATTACH_PROVIDERS, as the provider printed it.</summary>
    public string ReattachVariable { get; }

    public bool IsRunning => !_process.HasExited;

    public static async Task<DebuggedProvider> StartAsync(ProviderBuild build, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(build.Binary, "-debug") { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var printed = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            printed.Add(line);
            var begin = line.IndexOf(Variable, StringComparison.Ordinal);
            if (begin >= 0)
            {
                return new DebuggedProvider(process, line[(begin + Variable.Length)..line.LastIndexOf('\'')]);
            }
        }

        throw new InvalidOperationException($"The provider ended before it told how to reattach:\n{string.Join('\n', printed)}");
    }

    public async ValueTask DisposeAsync()
    {
        // A killed one could not remove its socket.
        await _process.InterruptAsync();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
