using TerraformPlugin.Models;

namespace SampleProvider;

/// <summary>The provider block's arguments.</summary>
/// <param name="Greeting">The greeting that the data source <c>sample_echo</c> returns.</param>
/// <param name="Fault">The fault to cause: an operation, a colon and the name of the fault.</param>
public sealed record SampleConfig(Tf<string> Greeting, Tf<string> Fault) : IModel<SampleConfig>
{
    /// <inheritdoc/>
    public static SampleConfig Read(ModelReader reader) => new(reader.String("greeting"), reader.String("fault"));

    /// <inheritdoc/>
    public void Write(ModelWriter writer) => writer.String("greeting", Greeting).String("fault", Fault);
}
