using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>
/// An action (Terraform 1.14): does something that leaves no object to manage, when the user invokes it or when a resource changes.
/// Each instance serves many calls at once: it must hold no state of its own.
/// </summary>
/// <typeparam name="TConfig">The arguments as a model.</typeparam>
public abstract class ProviderAction<TConfig> : ProviderActionBase
    where TConfig : class, IModel<TConfig>
{
    /// <summary>Checks what the schema's validators cannot. Anything may be unknown.</summary>
    protected virtual void Validate(TConfig config, DiagnosticList diagnostics)
    {
    }

    /// <summary>Comments or refuses the plan, which promises the action. Anything may be unknown.</summary>
    protected virtual Task PlanAsync(TConfig config, CallContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does it. A failure is an exception, best a <see cref="DiagnosticException"/>.</summary>
    /// <param name="config">The arguments, all of them known; null where the user gives none.</param>
    /// <param name="context">Receives messages for the user while the action runs, and warnings.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected abstract Task InvokeAsync(TConfig config, ActionContext context, CancellationToken cancellationToken);

    internal sealed override void ValidateModel(TfValue config, DiagnosticList diagnostics) => Validate(Decode(config), diagnostics);

    internal sealed override Task PlanAsync(TfValue config, CallContext context, CancellationToken cancellationToken) =>
        PlanAsync(Decode(config), context, cancellationToken);

    internal sealed override Task InvokeAsync(TfValue config, ActionContext context, CancellationToken cancellationToken) =>
        InvokeAsync(Decode(config), context, cancellationToken);

    private static TConfig Decode(TfValue config) => TConfig.Read(new ModelReader(config));
}
