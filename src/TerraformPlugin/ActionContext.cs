using TerraformPlugin.Diagnostics;

namespace TerraformPlugin;

/// <summary>An action that is being invoked.</summary>
public sealed class ActionContext : CallContext
{
    private readonly Func<string, Task> _report;

    internal ActionContext(DiagnosticList diagnostics, PrivateState privateState, Func<string, Task> report)
        : base(diagnostics, privateState) => _report = report;

    /// <summary>Shows the user what the action does now. Printed as is: never a secret.</summary>
    public Task ReportAsync(string message) => _report(message);
}
