using TerraformPlugin.Models;

namespace SampleProvider;

/// <summary>The arguments of <c>sample_greet</c>.</summary>
/// <param name="Name">The name to greet.</param>
/// <param name="Fault">The fault to cause.</param>
public sealed record GreetConfig(Tf<string> Name, Tf<string> Fault) : IModel<GreetConfig>
{
    /// <inheritdoc/>
    public static GreetConfig Read(ModelReader reader) => new(reader.String("name"), reader.String("fault"));

    /// <inheritdoc/>
    public void Write(ModelWriter writer) => writer.String("name", Name).String("fault", Fault);
}
