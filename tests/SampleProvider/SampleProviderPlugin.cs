using TerraformPlugin;
using TerraformPlugin.Schemas;

namespace SampleProvider;

/// <summary>A provider that reaches no server: all that it knows is what the CLI stores.</summary>
public sealed class SampleProviderPlugin : Provider<SampleConfig>
{
    /// <inheritdoc/>
    public override string Name => "sample";

    /// <inheritdoc/>
    public override string Address => "registry.terraform.io/example/sample";

    /// <inheritdoc/>
    public override string Version => "1.2.3";

    /// <inheritdoc/>
    public override Schema Schema { get; } = new() { Description = "Nothing to configure." };

    /// <inheritdoc/>
    public override IReadOnlyList<ResourceBase> Resources { get; } = [new ThingResource()];

    /// <inheritdoc/>
    public override IReadOnlyList<DataSourceBase> DataSources { get; } = [];

    /// <inheritdoc/>
    protected override Task ConfigureAsync(SampleConfig config, ConfigureContext context, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
