using System.Text;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The error for records that are not right, expected and found below each other.</summary>
internal static class WrongRecords
{
    public static DiagnosticException Describe(DomainName domain, DnsVerdict verdict)
    {
        var text = new StringBuilder($"The records that exist for {domain} do not let other servers find the workspace.");
        foreach (var problem in verdict.Problems)
        {
            text.Append('\n').Append('\n').Append(problem.Record).Append(": ").Append(problem.Code);
            text.Append(problem.Severity == ProblemSeverity.Warning ? " (a warning)" : "");
            Line(text, "expected", problem.Expected);
            Line(text, "found   ", problem.Found);
            text.Append('\n').Append(problem.Hint);
        }

        return new DiagnosticException("Federation DNS is wrong", text.ToString());
    }

    private static void Line(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append("\n  ").Append(name).Append("  ").Append(value);
        }
    }
}
