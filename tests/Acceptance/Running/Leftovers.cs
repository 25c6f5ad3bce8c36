namespace Acceptance.Running;

/// <summary>What a command has left behind: processes that run in its folder, and temporary files.</summary>
/// <remarks>Processes can be seen on Linux only; elsewhere none are reported.</remarks>
internal sealed class Leftovers(string folder, string temporaryFolder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits a while for the last ones to go: a process whose parent was killed needs a moment to notice.</summary>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var left = Find();
            if (left.Count == 0 || DateTime.UtcNow > deadline)
            {
                return left;
            }

            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }

    private List<string> Find() => [.. Processes(), .. Directory.EnumerateFileSystemEntries(temporaryFolder)];

    private IEnumerable<string> Processes() =>
        !Directory.Exists("/proc")
            ? []
            : from directory in Directory.EnumerateDirectories("/proc")
              where char.IsAsciiDigit(Path.GetFileName(directory)[0]) && RunsInFolder(directory)
              select $"process {Path.GetFileName(directory)}";

    private bool RunsInFolder(string process)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName == folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
