using System.Text;
using RocketChat.Client.Errors;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Problems;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The part of a diagnostic that lists what is wrong with the records.</summary>
internal static class WrongRecords
{
    // The whole of a damaged key, which takes 442 characters, from several servers.
    private const int MaxFound = 2000;

    /// <summary>Every problem, expected and found below each other.</summary>
    public static string Describe(DnsVerdict verdict)
    {
        var text = new StringBuilder();
        foreach (var problem in verdict.Problems)
        {
            text.Append($"\n\n{problem.Record}: {problem.Code}{(problem.Severity == ProblemSeverity.Warning ? " (a warning)" : "")}");
            text.Append(problem.Expected.Length > 0 ? $"\n  expected  {problem.Expected}" : "");
            text.Append(problem.Found.Length > 0 ? $"\n  found     {ForeignText.Clean(problem.Found, MaxFound)}" : "");
            text.Append($"\n{problem.Hint}");
        }

        return text.ToString();
    }
}
