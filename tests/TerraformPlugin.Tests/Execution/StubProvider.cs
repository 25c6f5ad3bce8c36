using Microsoft.Extensions.Logging;
using SampleProvider;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace TerraformPlugin.Tests.Execution;

/// <summary>A provider whose answers to the SDK a test decides.</summary>
internal sealed class StubProvider : Provider<SampleConfig>
{
    public Func<Exception, Diagnostic?> Describing { get; init; } = _ => null;

    public Action<DiagnosticList> RunWarnings { get; init; } = _ => { };

    public override string Name => "stub";

    public override string Address => "registry.terraform.io/example/stub";

    public override string Version => "1.2.3";

    public override Schema Schema { get; } = new() { Description = "A test." };

    public override IReadOnlyList<ResourceBase> Resources => [];

    public override IReadOnlyList<DataSourceBase> DataSources => [];

    public override Diagnostic? Describe(Exception exception) => Describing(exception);

    public override Task AddRunWarningsAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        RunWarnings(diagnostics);
        return Task.CompletedTask;
    }

    protected override Task ConfigureAsync(SampleConfig config, ConfigureContext context, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
