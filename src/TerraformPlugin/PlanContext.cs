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

    /// <summary>The configuration; may hold unknown values.</summary>
    public TModel Config { get; }

    /// <summary>The stored object; null when the object is being created or replaced.</summary>
    public TModel? Prior { get; }

    /// <summary>The planned object. Configured values must stay as they are.</summary>
    public TModel Planned { get; set; }

    internal IReadOnlyList<AttributePath> Replacing => _replacing;

    /// <summary>Has the object replaced because the attribute there cannot be changed in place.</summary>
    public void RequireReplace(AttributePath path) => _replacing.Add(path);
}
