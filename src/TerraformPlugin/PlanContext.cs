using TerraformPlugin.Diagnostics;

namespace TerraformPlugin;

/// <summary>A planned create or update, after defaults and plan modifiers.</summary>
/// <typeparam name="TModel">The resource's model.</typeparam>
public sealed class PlanContext<TModel> : CallContext
    where TModel : class
{
    private readonly List<AttributePath> _replacing = [];

    internal PlanContext(TModel config, TModel? prior, TModel planned, DiagnosticList diagnostics, PrivateState privateState)
        : base(diagnostics, privateState)
    {
        Config = config;
        Prior = prior;
        Planned = planned;
    }

    /// <summary>What the user wrote; may hold unknowns.</summary>
    public TModel Config { get; }

    /// <summary>What is stored; null when the object is being created or replaced by a new one.</summary>
    public TModel? Prior { get; }

    /// <summary>What will be. Values that the user wrote must stay as they are.</summary>
    public TModel Planned { get; set; }

    internal IReadOnlyList<AttributePath> Replacing => _replacing;

    /// <summary>Has the object replaced because the attribute there cannot be changed in place.</summary>
    public void RequireReplace(AttributePath path) => _replacing.Add(path);
}
