using TerraformPlugin.Models;

namespace Example;

/// <summary>The attributes of a note.</summary>
public sealed record NoteModel(Tf<string> Id, Tf<string> Name, Tf<string> Text) : IModel<NoteModel>
{
    public static NoteModel Read(ModelReader reader) => new(reader.String("id"), reader.String("name"), reader.String("text"));

    public void Write(ModelWriter writer) => writer.String("id", Id).String("name", Name).String("text", Text);
}
