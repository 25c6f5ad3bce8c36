using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>A provider: its configuration, resources and data sources.</summary>
/// <typeparam name="TConfig">The provider block's arguments as a model.</typeparam>
public abstract class Provider<TConfig> : ProviderBase
    where TConfig : class, IModel<TConfig>
{
    /// <summary>Checks what the schema's validators cannot. Anything may be unknown.</summary>
    protected virtual Task ValidateAsync(TConfig config, DiagnosticList diagnostics, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>
    /// Takes the configuration over. Called once per process by a CLI, again and again in debug mode: the last one holds.
    /// Anything may be unknown while planning; that alone is no error. Should not use the network.
    /// </summary>
    protected abstract Task ConfigureAsync(TConfig config, ConfigureContext context, CancellationToken cancellationToken);

    internal sealed override Task ValidateAsync(TfValue config, DiagnosticList diagnostics, CancellationToken cancellationToken) =>
        ValidateAsync(TConfig.Read(new ModelReader(config)), diagnostics, cancellationToken);

    internal sealed override Task ConfigureAsync(TfValue config, ConfigureContext context, CancellationToken cancellationToken) =>
        ConfigureAsync(TConfig.Read(new ModelReader(config)), context, cancellationToken);
}
