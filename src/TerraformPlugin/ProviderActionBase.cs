using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>The members that the SDK requires of every action. Derive from <see cref="ProviderAction{TConfig}"/>.</summary>
public abstract class ProviderActionBase
{
    /// <summary>The full type name: <c>rocketchat_push_test</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The arguments of the block <c>config</c>.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The limit of one invocation, and of its plan.</summary>
    public virtual TimeSpan Timeout => TimeSpan.FromMinutes(5);

    internal abstract void ValidateModel(TfValue config, DiagnosticList diagnostics);

    internal abstract Task PlanAsync(TfValue config, CallContext context, CancellationToken cancellationToken);

    internal abstract Task InvokeAsync(TfValue config, ActionContext context, CancellationToken cancellationToken);
}
