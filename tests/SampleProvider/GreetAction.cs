using SampleProvider.Kinds;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace SampleProvider;

/// <summary><c>sample_greet</c>: greets by a message.</summary>
public sealed class GreetAction : ProviderAction<GreetConfig>
{
    /// <inheritdoc/>
    public override string TypeName => "sample_greet";

    /// <inheritdoc/>
    public override Schema Schema { get; } = new()
    {
        Description = "Greets.",
        Attributes =
        [
            new("name", TfType.String, AttributeUse.Optional)
            {
                Description = "The name to greet; everybody, if it is left out.",
                Validators = [TerraformPlugin.Schemas.Validate.NotWhiteSpace],
            },
            new("fault", TfType.String, AttributeUse.Optional) { Description = "What goes wrong." },
        ],
    };

    /// <inheritdoc/>
    protected override void Validate(GreetConfig config, DiagnosticList diagnostics)
    {
        if (config.Name.Or("") == "nobody")
        {
            diagnostics.AddError("Nobody to greet", "Choose somebody.", AttributePath.To("name"));
        }
    }

    /// <inheritdoc/>
    protected override Task PlanAsync(GreetConfig config, CallContext context, CancellationToken cancellationToken)
    {
        if (config.Name.IsUnknown)
        {
            context.Diagnostics.AddWarning("Unknown name", "The name is not known yet.", AttributePath.To("name"));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task InvokeAsync(GreetConfig config, ActionContext context, CancellationToken cancellationToken)
    {
        await context.ReportAsync($"Hello, {config.Name.Or("everybody")}");
        switch (config.Fault.Or(""))
        {
            case "throw":
                throw new InvalidOperationException(Faults.Secret);
            case "warn":
                context.Diagnostics.AddWarning("No answer", "Nobody answered.");
                break;
            case "hang":
                await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
                break;
        }

        await context.ReportAsync("Goodbye");
    }
}
