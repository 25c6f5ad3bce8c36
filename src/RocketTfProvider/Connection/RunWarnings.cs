using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>
/// Warnings about a run as a whole, each given once: an untested version of the server, and waits that slow the run down.
/// </summary>
internal sealed class RunWarnings(RocketChatClient client) : IAsyncDisposable
{
    private static readonly TimeSpan FirstNotableWait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _life = new();
    private TimeSpan _nextNotableWait = FirstNotableWait;
    private Task<ServerInfo?>? _asking;
    private int _versionReported;

    /// <summary>Asks for the version, once a run: at once with the calls of the caller, none of which depends on it.</summary>
    public Task<ServerInfo?> AskVersion()
    {
        lock (_lock)
        {
            return _asking ??= ReadInfoAsync();
        }
    }

    public async Task AddToAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        WarnOfWaits(diagnostics);
        if (Interlocked.Exchange(ref _versionReported, 1) == 0
            && await AskVersion().WaitAsync(cancellationToken) is { Support: not VersionSupport.Tested } info)
        {
            WarnOfVersion(info, diagnostics);
        }
    }

    /// <summary>Ends the question for the version: a run that failed did not wait for the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();
        if (_asking is { } asking)
        {
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _life.Dispose();
    }

    private void WarnOfWaits(DiagnosticList diagnostics)
    {
        var waits = client.Waits;
        lock (_lock)
        {
            if (waits.Total < _nextNotableWait)
            {
                return;
            }

            // Repeated when the wait has doubled: a run of an hour is worth a handful of warnings, not hundreds.
            _nextNotableWait = waits.Total * 2;
        }

        var limits = string.Join(
            "; ", waits.ByLimit.Select(w => $"{Seconds(w.Time)} for {w.Limit} ({w.Count} {(w.Count == 1 ? "request" : "requests")})"));
        diagnostics.AddWarning(
            "Slowed down by the server",
            $"This run has waited {Seconds(waits.Total)} so far: {limits}."
            + (waits.ByLimit.All(w => w.IsOutage) ? " Check the log of the server, and of a proxy in front of it."
                : " An account with the permission `api-bypass-rate-limit` (administrators have it) is not limited, except by the limit of "
                + "server methods (`method.call`), which applies to every account."));
    }

    private static void WarnOfVersion(ServerInfo info, DiagnosticList diagnostics)
    {
        var age = info.Support == VersionSupport.Older ? "older" : "newer";
        diagnostics.AddWarning(
            "Untested version of Rocket.Chat",
            $"The server is Rocket.Chat {info.Version}, which is {age} than the versions that this provider was tested with "
            + $"({ServerInfo.TestedRange}). It may work; check the first plans closely.");
    }

    private async Task<ServerInfo?> ReadInfoAsync()
    {
        try
        {
            return await client.Server.GetInfoAsync(_life.Token);
        }
        catch (RocketChatException)
        {
            // A missing version is no error: what is wrong with the server shows in the calls that need it.
            return null;
        }
    }

    private static string Seconds(TimeSpan time) => $"{Math.Round(time.TotalSeconds)} s";
}
