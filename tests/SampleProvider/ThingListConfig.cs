using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace SampleProvider;

/// <summary>The arguments of the list of things.</summary>
/// <param name="Count">The number of things.</param>
/// <param name="Fault">The fault to cause at the end.</param>
public sealed record ThingListConfig(Tf<TfNumber> Count, Tf<string> Fault) : IModel<ThingListConfig>
{
    /// <inheritdoc/>
    public static ThingListConfig Read(ModelReader reader) => new(reader.Number("count"), reader.String("fault"));

    /// <inheritdoc/>
    public void Write(ModelWriter writer) => writer.Number("count", Count).String("fault", Fault);
}
