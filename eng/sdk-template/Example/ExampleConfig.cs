using TerraformPlugin.Models;

namespace Example;

/// <summary>The arguments of the provider block.</summary>
public sealed record ExampleConfig(Tf<string> Folder) : IModel<ExampleConfig>
{
    public static ExampleConfig Read(ModelReader reader) => new(reader.String("folder"));

    public void Write(ModelWriter writer) => writer.String("folder", Folder);
}
