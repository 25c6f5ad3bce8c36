using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>The members that the SDK requires of every provider. Derive from <see cref="Provider{TConfig}"/>.</summary>
public abstract class ProviderBase
{
    /// <summary>The provider's type name, the first part of every resource's: <c>rocketchat</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The source address with host: <c>registry.terraform.io/NAMESPACE/TYPE</c>.</summary>
    public abstract string Address { get; }

    /// <summary>The provider's own version, without a leading <c>v</c>.</summary>
    public abstract string Version { get; }

    /// <summary>The provider block's arguments.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The managed resources; one instance each for the life of the process.</summary>
    public virtual IReadOnlyList<ResourceBase> Resources => [];

    /// <summary>The data sources; one instance each for the life of the process.</summary>
    public virtual IReadOnlyList<DataSourceBase> DataSources => [];

    /// <summary>The functions; one instance each for the life of the process.</summary>
    public virtual IReadOnlyList<Function> Functions => [];

    /// <summary>The list resources; one instance each for the life of the process.</summary>
    public virtual IReadOnlyList<ListResourceBase> ListResources => [];

    /// <summary>The actions; one instance each for the life of the process.</summary>
    public virtual IReadOnlyList<ProviderActionBase> Actions => [];

    /// <summary>
    /// Turns an exception of the provider's own libraries into the error that the user shall see;
    /// null for one that it does not know, which the SDK then reports as unexpected, without its message (it could hold a secret).
    /// </summary>
    public virtual Diagnostic? Describe(Exception exception) => null;

    /// <summary>
    /// Decides about a stored object that cannot be read: whether it stays as the state has it, with a warning, instead of an error that
    /// would keep it from being destroyed. Asked about reads, about plans that change nothing, and about plans of a destroy; never about an
    /// object that was imported just now.
    /// </summary>
    /// <param name="exception">The failure.</param>
    /// <param name="typeName">The resource.</param>
    /// <param name="state">The object.</param>
    /// <param name="diagnostics">Receives the warning.</param>
    public virtual bool KeepsUnread(Exception exception, string typeName, TfValue state, DiagnosticList diagnostics) => false;

    /// <summary>
    /// Called before each call on an object of a resource, a data source, a list or an action: an exception refuses the call before it
    /// reads or changes anything.
    /// </summary>
    /// <param name="context">The call, with the private state of the object.</param>
    /// <param name="isStored">
    /// Whether the private state is stored with the object afterwards: not by a plan, nor for anything but a resource.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    public virtual Task PrepareAsync(CallContext context, bool isStored, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Adds warnings that concern the run as a whole rather than one object. Called at the end of each call that did not fail.
    /// </summary>
    public virtual Task AddRunWarningsAsync(DiagnosticList diagnostics, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Releases what the provider holds, at the end of the process; also called after an interrupted run.</summary>
    public virtual Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal abstract Task ValidateAsync(TfValue config, DiagnosticList diagnostics, CancellationToken cancellationToken);

    internal abstract Task ConfigureAsync(TfValue config, ConfigureContext context, CancellationToken cancellationToken);
}
