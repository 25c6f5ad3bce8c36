using System.Security;
using SampleProvider.Echo;
using SampleProvider.Kinds;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace SampleProvider;

/// <summary>A provider that reaches no server: all that it knows is what the CLI stores.</summary>
public sealed class SampleProviderPlugin : Provider<SampleConfig>
{
    private volatile SampleConfig _config = new(default, default);

    /// <summary>Makes the provider.</summary>
    public SampleProviderPlugin()
    {
        var things = new ThingResource();
        Resources = [things, new KindsResource()];
        DataSources = [new EchoDataSource(() => _config.Greeting)];
        ListResources = [new ThingListResource(things)];
    }

    /// <inheritdoc/>
    public override string Name => "sample";

    /// <inheritdoc/>
    public override string Address => "registry.terraform.io/example/sample";

    /// <inheritdoc/>
    public override string Version => "1.2.3";

    /// <inheritdoc/>
    public override Schema Schema { get; } = new()
    {
        Description = "Nothing that needs configuring.",
        Attributes =
        [
            new("greeting", TfType.String, AttributeUse.Optional)
            {
                Description = "What `sample_echo` gives back.",
                Validators = [Validate.NotWhiteSpace],
            },
            new("fault", TfType.String, AttributeUse.Optional)
            {
                Description = "What goes wrong: `validate:throw` or `configure:` and a fault.",
            },
        ],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<ResourceBase> Resources { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<DataSourceBase> DataSources { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Function> Functions { get; } = [new JoinFunction()];

    /// <inheritdoc/>
    public override IReadOnlyList<ListResourceBase> ListResources { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ProviderActionBase> Actions { get; } = [new GreetAction()];

    /// <inheritdoc/>
    public override Diagnostic? Describe(Exception exception) => exception is UnauthorizedAccessException
        ? Diagnostic.Error("Refused", "The server refused the request.")
        : null;

    /// <inheritdoc/>
    public override bool KeepsUnread(Exception exception, string typeName, TfValue state, DiagnosticList diagnostics)
    {
        if (exception is not SecurityException)
        {
            return false;
        }

        diagnostics.AddWarning("Not read", $"The account may not read the {typeName}.");
        return true;
    }

    /// <inheritdoc/>
    protected override Task ValidateAsync(SampleConfig config, DiagnosticList diagnostics, CancellationToken cancellationToken) =>
        Faults.In("validate", config.Fault) == "throw" ? throw new InvalidOperationException(Faults.Secret) : Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ConfigureAsync(SampleConfig config, ConfigureContext context, CancellationToken cancellationToken)
    {
        switch (Faults.In("configure", config.Fault))
        {
            case "report":
                context.Diagnostics.AddError("Reported", "As the test wished.", AttributePath.To("fault"));
                break;
            case "throw":
                throw new InvalidOperationException(Faults.Secret);
            case "hang":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }

        _config = config;
    }
}
