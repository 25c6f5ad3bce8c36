using TerraformPlugin.Diagnostics;

namespace TerraformPlugin;

/// <summary>A create or update that is being carried out.</summary>
/// <typeparam name="TModel">The resource's model.</typeparam>
public sealed class ApplyContext<TModel> : CallContext
    where TModel : class
{
    private readonly Action<TModel> _save;

    internal ApplyContext(
        TModel config, TModel? prior, TModel planned, DiagnosticList diagnostics, PrivateState privateState, Action<TModel> save)
        : base(diagnostics, privateState)
    {
        Config = config;
        Prior = prior;
        Planned = planned;
        _save = save;
    }

    /// <summary>The configuration, completely known; the only place that holds write-only values.</summary>
    public TModel Config { get; }

    /// <summary>The stored object; null on create.</summary>
    public TModel? Prior { get; }

    /// <summary>The planned object. The call must determine its unknown values.</summary>
    public TModel Planned { get; }

    /// <summary>
    /// Reports the object as it exists on the server so far. If the call fails afterwards, this is stored (unknown values as null),
    /// so that nothing is lost and the next apply converges.
    /// </summary>
    public void SavePartial(TModel state) => _save(state);
}
