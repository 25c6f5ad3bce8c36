using TerraformPlugin.Models;

namespace SampleProvider;

/// <summary>The provider block's arguments: none.</summary>
public sealed record SampleConfig : IModel<SampleConfig>
{
    /// <inheritdoc/>
    public static SampleConfig Read(ModelReader reader) => new();

    /// <inheritdoc/>
    public void Write(ModelWriter writer)
    {
    }
}
