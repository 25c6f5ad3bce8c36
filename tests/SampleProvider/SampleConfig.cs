using TerraformPlugin.Models;

namespace SampleProvider;

/// <summary>The provider block's arguments.</summary>
/// <param name="Greeting">What the data source <c>sample_echo</c> gives back.</param>
/// <param name="Behaviour">What shall go wrong.</param>
public sealed record SampleConfig(Tf<string> Greeting, Tf<string> Behaviour) : IModel<SampleConfig>
{
    /// <inheritdoc/>
    public static SampleConfig Read(ModelReader reader) => new(reader.String("greeting"), reader.String("behaviour"));

    /// <inheritdoc/>
    public void Write(ModelWriter writer) => writer.String("greeting", Greeting).String("behaviour", Behaviour);
}
