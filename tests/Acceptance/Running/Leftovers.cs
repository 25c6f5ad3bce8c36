using System.Globalization;

namespace Acceptance.Running;

/// <summary>Remains of a command: processes that run in its folder, and temporary files.</summary>
/// <remarks>Processes can be seen on Linux only; elsewhere none are reported.</remarks>
internal sealed class Leftovers(string folder, string temporaryFolder)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits a while for the last ones to go: a process whose parent was killed needs a moment to notice.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(bool onlyProcesses)
    {
        var deadline = DateTime.UtcNow + Deadline;
        while (true)
        {
            var left = Find(onlyProcesses);
            if (left.Count == 0 || DateTime.UtcNow > deadline)
            {
                return left;
            }

            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The ids of the processes in the folder that run this program.</summary>
    public IReadOnlyList<int> ProcessesOf(string program) =>
        [.. from id in InFolder() where LinkOf(id, "exe") == program select int.Parse(id, CultureInfo.InvariantCulture)];

    private List<string> Find(bool onlyProcesses) =>
        [.. Processes(), .. onlyProcesses ? [] : Directory.EnumerateFileSystemEntries(temporaryFolder)];

    private IEnumerable<string> Processes() => InFolder().Select(id => $"process {id}");

    private IEnumerable<string> InFolder() =>
        !Directory.Exists("/proc")
            ? []
            : from directory in Directory.EnumerateDirectories("/proc")
              let id = Path.GetFileName(directory)
              where char.IsAsciiDigit(id[0]) && LinkOf(id, "cwd") == folder
              select id;

    private static string? LinkOf(string process, string name)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine("/proc", process, name), returnFinalTarget: false)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
