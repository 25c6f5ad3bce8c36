using System.Diagnostics;

namespace Tool.Demo;

/// <summary>The emulator that `make build` leaves, as a user starts it.</summary>
internal sealed class DemoEmulator : IAsyncDisposable
{
    private const string Listening = "listening on ";
    private readonly Process _process;

    private DemoEmulator(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    public static Task<DemoEmulator> StartAsync(string seed, CancellationToken cancellationToken) =>
        StartAsync(Repository.PathOf("bin", "rocketchat-emulator"), seed, cancellationToken);

    public static async Task<DemoEmulator> StartAsync(string program, string seed, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["--url", "http://127.0.0.1:0", "--seed", seed]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                return new DemoEmulator(process, new Uri(line[Listening.Length..].Split(' ')[0]));
            }
        }

        throw new DemoException("The emulator did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        await _process.TerminateAsync();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
