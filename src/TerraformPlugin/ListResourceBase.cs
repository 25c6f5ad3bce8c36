using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>The members that the SDK requires of every list resource. Derive from <see cref="ListResource{TConfig,TModel}"/>.</summary>
public abstract class ListResourceBase
{
    /// <summary>The arguments of the block <c>config</c>.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The limit of one list.</summary>
    public virtual TimeSpan Timeout => TimeSpan.FromMinutes(20);

    /// <summary>The full type name, which is that of the managed resource.</summary>
    public string TypeName => Resource.TypeName;

    internal abstract ResourceBase Resource { get; }

    internal abstract void ValidateModel(TfValue config, DiagnosticList diagnostics);

    internal abstract IAsyncEnumerable<(string DisplayName, TfValue State)> ListAsync(
        TfValue config, CallContext context, CancellationToken cancellationToken);
}
