using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>The members that the SDK requires of every data source. Derive from <see cref="DataSource{TModel}"/>.</summary>
public abstract class DataSourceBase
{
    /// <summary>The full type name: <c>rocketchat_room</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The attributes and blocks of the data source.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The limit of one read.</summary>
    public virtual TimeSpan Timeout => OperationTimeouts.Default.Read;

    internal abstract void ValidateModel(TfValue config, DiagnosticList diagnostics);

    internal abstract Task<TfValue> ReadAsync(TfValue config, CallContext context, CancellationToken cancellationToken);
}
