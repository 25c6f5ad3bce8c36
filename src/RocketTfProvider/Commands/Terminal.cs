using System.CommandLine;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands;

/// <summary>The output of a command: results on stdout, and everything about its course on stderr.</summary>
/// <param name="results">Receives the result.</param>
/// <param name="course">Receives errors, warnings and progress.</param>
/// <param name="isWatched">Whether a person watches the course, who wants to see progress.</param>
/// <param name="isColored">Whether a person reads both, in colors.</param>
internal sealed class Terminal(TextWriter results, TextWriter course, bool isWatched, bool isColored = false)
{
    /// <summary>The width of all text.</summary>
    public const int Width = 80;

    private static readonly (string Word, string Color)[] Colors = [("Error:", "\e[1;31m"), ("Warning:", "\e[1;33m")];

    private readonly Lock _lock = new();
    private bool _hasProgress;

    public static Option<bool> QuietOption { get; } = new("--quiet")
    {
        Description = "Show no progress. Progress appears only on a terminal, never in CI.",
    };

    public TextWriter Results { get; } = results;

    public TextWriter Course { get; } = course;

    /// <summary>Whether the user asked for no progress.</summary>
    public bool IsQuiet { get; set; }

    public static Terminal OfProcess(Func<string, string?> environment)
    {
        var isWatched = !Console.IsErrorRedirected && environment("CI") is not { Length: > 0 };
        return new(
            Console.Out,
            Console.Error,
            isWatched,
            isColored: isWatched && !Console.IsOutputRedirected && environment("NO_COLOR") is not { Length: > 0 }
                && environment("TERM") is not "dumb");
    }

    /// <summary>The input that another program hands over.</summary>
    public static Stream StandardInput() => Console.OpenStandardInput();

    public void WriteLine(string line) => Results.WriteLine(Colored(line));

    /// <summary>Writes rows in columns that are as wide as their longest cell.</summary>
    public void WriteTable(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [heading, .. rows];
        int[] widths = [.. heading.Select((_, column) => all.Max(row => row[column].Length))];
        foreach (var row in all)
        {
            WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>Replaces the progress line.</summary>
    public void ShowProgress(string text)
    {
        if (!isWatched || IsQuiet)
        {
            return;
        }

        lock (_lock)
        {
            Course.Write($"\r{(text.Length < Width ? text : text[..(Width - 1)]).PadRight(Width - 1)}");
            _hasProgress = true;
        }
    }

    /// <summary>Removes the progress line.</summary>
    public void EndProgress()
    {
        if (_hasProgress)
        {
            Course.Write($"\r{new string(' ', Width - 1)}\r");
            _hasProgress = false;
        }
    }

    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        EndProgress();
        foreach (var diagnostic in diagnostics)
        {
            Course.WriteLine(Colored($"{diagnostic.Severity}: {diagnostic.Summary}"));
            foreach (var line in Paragraph.Wrap(diagnostic.Detail, Width))
            {
                Course.WriteLine(line);
            }
        }
    }

    // The word at the start of a finding or a diagnostic.
    private string Colored(string line)
    {
        var (word, color) = isColored ? Array.Find(Colors, pair => line.StartsWith(pair.Word, StringComparison.Ordinal)) : default;
        return word is null ? line : $"{color}{word}\e[0m{line[word.Length..]}";
    }
}
