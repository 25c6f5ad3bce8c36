using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>
/// The most memory that a program needs while something runs that starts it, again and again perhaps. Looks a hundred times a second;
/// what a process needs after the last look is missed, but the kernel's figure only grows until then.
/// </summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly string _program;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watch;
    private double _peak;

    public PeakMemory(string program)
    {
        _program = new FileInfo(program).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program;
        _watch = WatchAsync();
    }

    /// <summary>Stops looking.</summary>
    /// <returns>In MiB.</returns>
    public async Task<double> EndAsync()
    {
        await _end.CancelAsync();
        await _watch;
        return _peak;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
            {
                Look(folder);
            }

            await Task.Delay(Pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look(string folder)
    {
        try
        {
            if (File.ResolveLinkTarget(Path.Combine(folder, "exe"), returnFinalTarget: false)?.FullName == _program)
            {
                _peak = Math.Max(_peak, Memory.Peak(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)));
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // The process has ended meanwhile, or belongs to another user.
        }
    }
}
