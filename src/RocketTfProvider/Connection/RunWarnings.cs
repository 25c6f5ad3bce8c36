using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>
/// Warnings about a run as a whole, each given once: an untested version of the server, and waits that slow the run down.
/// </summary>
internal sealed class RunWarnings(RocketChatClient client)
{
    private static readonly TimeSpan FirstNotableWait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private TimeSpan _nextNotableWait = FirstNotableWait;
    private int _versionAsked;

    public async Task AddToAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        WarnOfWaits(diagnostics);
        if (Interlocked.Exchange(ref _versionAsked, 1) == 0)
        {
            await WarnOfVersionAsync(diagnostics, cancellationToken);
        }
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
            $"This run has waited {Seconds(waits.Total)} so far: {limits}. An account with the permission `api-bypass-rate-limit` "
            + "(administrators have it) is not limited, except by the limit of server methods (`method.call`), which applies to every "
            + "account.");
    }

    private async Task WarnOfVersionAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        try
        {
            var info = await client.Server.GetInfoAsync(cancellationToken);
            if (info.Support != VersionSupport.Tested)
            {
                var age = info.Support == VersionSupport.Older ? "older" : "newer";
                diagnostics.AddWarning(
                    "Untested version of Rocket.Chat",
                    $"The server is Rocket.Chat {info.Version}, which is {age} than the versions that this provider was tested with "
                    + $"({ServerInfo.TestedRange}). It may work; check the first plans closely.");
            }
        }
        catch (RocketChatException)
        {
            // A missing version is no error: what is wrong with the server shows in the calls that need it.
        }
    }

    private static string Seconds(TimeSpan time) => $"{Math.Round(time.TotalSeconds)} s";
}
