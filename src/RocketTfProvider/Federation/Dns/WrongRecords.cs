using System.Text;
using RocketChat.Client.Errors;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The part of a diagnostic that lists what is wrong with the records.</summary>
internal static class WrongRecords
{
    // The whole of a damaged key, which takes 442 characters, from several servers.
    private const int MaxFound = 2000;

    /// <param name="verdict">The verdict, with its problems.</param>
    /// <param name="domain">The domain whose records are wrong.</param>
    /// <param name="consequence">The meaning for the workspace, in a sentence.</param>
    /// <param name="path">The attribute with the domain.</param>
    public static Diagnostic Report(DnsVerdict verdict, DomainName domain, string consequence, AttributePath? path) => Diagnostic.Error(
        "Federation DNS is wrong".Naming(domain.Value),
        $"With the records for {domain}, other servers do not find the workspace. {consequence}Correct the records.{Describe(verdict)}",
        path);

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
