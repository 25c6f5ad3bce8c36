using System.Security;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace SampleProvider.Kinds;

/// <summary>Causes the fault that the attribute <c>fault</c> names, in the operation that it names: <c>create:hang</c>.</summary>
internal static class Faults
{
    /// <summary>The message of exceptions; must never be shown.</summary>
    public const string Secret = "hunter2";

    /// <summary>The fault asked for in this operation; empty for none.</summary>
    public static string In(string operation, Tf<string> asked) =>
        asked.Or("").Split(':') is [var wanted, var fault] && wanted == operation ? fault : "";

    /// <summary>Causes a fault; the caller handles the faults that are unknown here.</summary>
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
            case "deny":
                throw new SecurityException(Secret);
            case "hang":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }
    }
}
