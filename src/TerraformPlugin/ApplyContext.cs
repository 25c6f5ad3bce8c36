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

    /// <summary>What the user wrote, wholly known; the only place where write-only values are.</summary>
    public TModel Config { get; }

    /// <summary>What is stored; null on create.</summary>
    public TModel? Prior { get; }

    /// <summary>What was planned. Unknown values in it are what the call has to find out.</summary>
    public TModel Planned { get; }

    /// <summary>
    /// Tells what exists on the server so far. If the call fails afterwards, this is stored (unknown values as null),
    /// so that nothing is lost and the next apply converges.
    /// </summary>
    public void SavePartial(TModel state) => _save(state);
}
