using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>The members that the SDK requires of every managed resource. Derive from <see cref="Resource{TModel}"/>.</summary>
public abstract class ResourceBase
{
    /// <summary>The full type name: <c>rocketchat_room_owner</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The attributes and blocks of the resource.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The limits of its operations.</summary>
    public virtual OperationTimeouts Timeouts => OperationTimeouts.Default;

    /// <summary>
    /// The attributes by which a stored object is found again. A state that lacks one is refused before any method sees it;
    /// every other attribute may be null there, after an import for instance.
    /// </summary>
    public virtual IReadOnlyList<string> Keys => [];

    /// <summary>The identity of its objects; null for a resource that cannot be imported.</summary>
    public virtual ResourceIdentity? Identity => null;

    /// <summary>How to read state that older versions of the schema stored, by version.</summary>
    public virtual IReadOnlyDictionary<long, StateUpgrader> StateUpgraders { get; } = new Dictionary<long, StateUpgrader>();

    /// <summary>
    /// How to take over stored objects of other resources of this provider (<c>moved</c> blocks, Terraform 1.8 and OpenTofu 1.10), by the
    /// name of the other type.
    /// </summary>
    public virtual IReadOnlyDictionary<string, StateMover> StateMovers { get; } = new Dictionary<string, StateMover>();

    internal abstract void ValidateModel(TfValue config, DiagnosticList diagnostics);

    internal abstract Task<(TfValue Planned, IReadOnlyList<AttributePath> Replacing)> PlanAsync(
        TfValue config, TfValue prior, TfValue planned, CallContext context, CancellationToken cancellationToken);

    internal abstract Task PlanDestroyAsync(TfValue prior, CallContext context, CancellationToken cancellationToken);

    /// <returns>The stored object, or null when it is gone.</returns>
    internal abstract Task<TfValue> ReadAsync(TfValue state, CallContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Creates (null prior) or updates; <paramref name="save"/> is told on the way what exists already, for the case of a failure.
    /// </summary>
    /// <returns>The object.</returns>
    internal abstract Task<TfValue> ApplyAsync(
        TfValue config, TfValue prior, TfValue planned, CallContext context, Action<TfValue> save, CancellationToken cancellationToken);

    internal abstract Task DeleteAsync(TfValue prior, CallContext context, CancellationToken cancellationToken);

    internal abstract Task<TfValue> ImportStateAsync(string id, CallContext context, CancellationToken cancellationToken);

    /// <summary>Corrects the configuration that was generated for a stored object.</summary>
    internal abstract TfValue CorrectConfig(TfValue config);
}
