using SampleProvider.Kinds;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace SampleProvider.Echo;

/// <summary>Returns its configuration: <c>sample_echo</c>.</summary>
/// <param name="greeting">Gives the greeting of the provider block.</param>
public sealed class EchoDataSource(Func<Tf<string>> greeting) : DataSource<EchoModel>
{
    /// <inheritdoc/>
    public override string TypeName => "sample_echo";

    /// <inheritdoc/>
    public override Schema Schema { get; } = new()
    {
        Description = "Says what it was told.",
        Attributes =
        [
            new("text", TfType.String, AttributeUse.Required)
            {
                Description = "What to say.",
                Validators = [TerraformPlugin.Schemas.Validate.NotWhiteSpace],
            },
            new("more", TfType.List(TfType.String), AttributeUse.Optional) { Description = "More to say." },
            new("fault", TfType.String, AttributeUse.Optional) { Description = "The fault to cause: `read:` and its name." },
            new("greeting", TfType.String, AttributeUse.Computed) { Description = "What the provider block says." },
            new("answer", TfType.String, AttributeUse.Computed) { Description = "The text, louder." },
        ],
    };

    /// <inheritdoc/>
    protected override void Validate(EchoModel config, DiagnosticList diagnostics)
    {
        if (Faults.In("validate", config.Fault) == "throw")
        {
            throw new InvalidOperationException(Faults.Secret);
        }
    }

    /// <inheritdoc/>
    protected override async Task<EchoModel> ReadAsync(EchoModel config, CallContext context, CancellationToken cancellationToken)
    {
        var fault = Faults.In("read", config.Fault);
        await Faults.CauseAsync(fault, context, cancellationToken);
        return fault switch
        {
            "null" => null!,
            "unknown" => config with { Answer = Tf<string>.Unknown },
            "environment" => config with { Greeting = "", Answer = Environment.GetEnvironmentVariable(config.Text.Or("")) ?? "" },
            _ => config with { Greeting = greeting().Or(""), Answer = $"{config.Text.Or("")}!" },
        };
    }
}
