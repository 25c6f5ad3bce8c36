using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace SampleProvider.Kinds;

/// <summary>Does what the attribute <c>fault</c> asks for: an operation and a fault.</summary>
internal static class Faults
{
    /// <summary>Stands in an exception's message and must never be seen.</summary>
    public const string Secret = "hunter2";

    /// <summary>The fault asked for in this operation; empty for none.</summary>
    public static string In(string operation, Tf<string> asked) =>
        asked.Or("").Split(':') is [var wanted, var fault] && wanted == operation ? fault : "";

    /// <summary>Commits a fault; those that it does not know are left to the caller.</summary>
    public static async Task CauseAsync(string fault, CallContext context, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case "warn":
                context.Diagnostics.AddWarning("Warned", "As the test wished.", AttributePath.To("fault"));
                break;
            case "report":
                context.Diagnostics.AddError("Reported", "As the test wished.", AttributePath.To("fault"));
                break;
            case "fail":
                throw new DiagnosticException("Failed", "As the test wished.", AttributePath.To("fault"));
            case "throw":
                throw new InvalidOperationException(Secret);
            case "refuse":
                throw new UnauthorizedAccessException(Secret);
            case "hang":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }
    }
}
