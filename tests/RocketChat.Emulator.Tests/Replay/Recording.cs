using System.Globalization;
using System.Text.RegularExpressions;

namespace RocketChat.Emulator.Tests.Replay;

/// <summary>Reads the files of recorded exchanges.</summary>
internal static partial class Recording
{
    public static IReadOnlyList<RecordedExchange> Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Recorded", file));
        var starts = Enumerable.Range(0, lines.Length).Where(index => lines[index].StartsWith("## ", StringComparison.Ordinal)).ToArray();
        return [.. starts.Select((start, number) =>
            Parse(file, lines[start..(number + 1 < starts.Length ? starts[number + 1] : lines.Length)]))];
    }

    private static RecordedExchange Parse(string file, string[] lines)
    {
        var request = lines.Where(line => line.StartsWith('>')).Select(Content).ToArray();
        var answerStart = Array.FindIndex(lines, line => line.StartsWith('<'));
        var answerEnd = Array.FindIndex(lines, answerStart, line => line == "<");
        var answer = lines[answerStart..answerEnd].Select(Content).ToArray();
        var requestEnd = Array.IndexOf(request, "");
        var requestLine = request[0].Split(' ');
        var body = lines[(answerEnd + 1)..].TakeWhile(line => !line.StartsWith("# NOTE", StringComparison.Ordinal));
        return new RecordedExchange(
            file,
            Duration().Replace(lines[0][3..], ""),
            TimeSpan.FromMilliseconds(int.Parse(Duration().Match(lines[0]).Groups[1].Value, CultureInfo.InvariantCulture)),
            requestLine[0],
            requestLine[1],
            Headers(request[1..requestEnd]),
            string.Join('\n', request[(requestEnd + 1)..]),
            int.Parse(answer[0].Split(' ')[1], CultureInfo.InvariantCulture),
            Headers(answer[1..]),
            string.Join('\n', body).Trim());
    }

    private static string Content(string line) => line.Length > 2 ? line[2..] : "";

    private static Dictionary<string, string> Headers(IEnumerable<string> lines) => lines
        .Select(line => line.Split(": ", 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"  \((\d+) ms\)$")]
    private static partial Regex Duration();
}
