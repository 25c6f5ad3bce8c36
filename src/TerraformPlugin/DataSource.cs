using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>A data source: reads what exists. Each instance serves many calls at once: it must hold no state of its own.</summary>
/// <typeparam name="TModel">The schema's attributes as a model.</typeparam>
public abstract class DataSource<TModel> : DataSourceBase
    where TModel : class, IModel<TModel>
{
    /// <summary>Checks what the schema's validators cannot. Anything may be unknown.</summary>
    protected virtual void Validate(TModel config, DiagnosticList diagnostics)
    {
    }

    /// <summary>
    /// Reads. The configuration is fully known; an object that does not exist is an error, best a <see cref="DiagnosticException"/>.
    /// </summary>
    /// <returns>The configuration, unchanged, with every computed attribute filled in.</returns>
    protected abstract Task<TModel> ReadAsync(TModel config, CallContext context, CancellationToken cancellationToken);

    internal sealed override void ValidateModel(TfValue config, DiagnosticList diagnostics) =>
        Validate(TModel.Read(new ModelReader(config)), diagnostics);

    internal sealed override async Task<TfValue> ReadAsync(TfValue config, CallContext context, CancellationToken cancellationToken) =>
        ModelWriter.Encode(await ReadAsync(TModel.Read(new ModelReader(config)), context, cancellationToken).ConfigureAwait(false), config);
}
