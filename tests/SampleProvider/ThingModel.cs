using TerraformPlugin.Models;

namespace SampleProvider;

/// <summary>The attributes of <c>sample_thing</c>.</summary>
/// <param name="Id">The name.</param>
/// <param name="Name">The name.</param>
/// <param name="Note">Any text.</param>
/// <param name="Hangs">Whether its creation lasts until somebody stops it.</param>
public sealed record ThingModel(Tf<string> Id, Tf<string> Name, Tf<string> Note, Tf<bool> Hangs) : IModel<ThingModel>
{
    /// <inheritdoc/>
    public static ThingModel Read(ModelReader reader) =>
        new(reader.String("id"), reader.String("name"), reader.String("note"), reader.Bool("hangs"));

    /// <inheritdoc/>
    public void Write(ModelWriter writer) => writer.String("id", Id).String("name", Name).String("note", Note).Bool("hangs", Hangs);
}
