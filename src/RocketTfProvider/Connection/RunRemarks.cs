using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>What concerns a run as a whole, said once: a server that nobody tested, and waits that make a run slow.</summary>
internal sealed class RunRemarks(RocketChatClient client)
{
    private static readonly TimeSpan FirstWaitWorthTelling = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private TimeSpan _nextWaitToTell = FirstWaitWorthTelling;
    private int _versionAsked;

    public async Task AddToAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        TellWaits(diagnostics);
        if (Interlocked.Exchange(ref _versionAsked, 1) == 0)
        {
            await TellVersionAsync(diagnostics, cancellationToken);
        }
    }

    private void TellWaits(DiagnosticList diagnostics)
    {
        var waits = client.Waits;
        lock (_lock)
        {
            if (waits.Total < _nextWaitToTell)
            {
                return;
            }

            // Told again when it has doubled: a run of an hour is worth a handful of warnings, not hundreds.
            _nextWaitToTell = waits.Total * 2;
        }

        var limits = string.Join("; ", waits.ByLimit.Select(w => $"{Seconds(w.Time)} for {w.Limit} ({w.Count} {(w.Count == 1 ? "request" : "requests")})"));
        diagnostics.AddWarning(
            "Slowed down by the server",
            $"This run has waited {Seconds(waits.Total)} so far: {limits}. An account with the permission `api-bypass-rate-limit` "
            + "(administrators have it) is not limited.");
    }

    private async Task TellVersionAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        try
        {
            var info = await client.Server.GetInfoAsync(cancellationToken);
            if (info.Support != VersionSupport.Tested)
            {
                diagnostics.AddWarning(
                    "Untested version of Rocket.Chat",
                    $"The server is Rocket.Chat {info.Version}, which is {(info.Support == VersionSupport.Older ? "older" : "newer")} than the versions "
                    + $"that this provider was tested with ({ServerInfo.TestedRange}). It may work all the same; look closely at the first plans.");
            }
        }
        catch (RocketChatException)
        {
            // Only a remark: whatever is wrong with the server shows where it matters.
        }
    }

    private static string Seconds(TimeSpan time) => $"{Math.Round(time.TotalSeconds)} s";
}
