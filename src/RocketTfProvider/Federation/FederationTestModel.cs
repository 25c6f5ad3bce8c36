using TerraformPlugin.Models;

namespace RocketTfProvider.Federation;

/// <summary>The arguments of the action <c>rocketchat_federation_test</c>.</summary>
internal sealed record FederationTestModel(Tf<string> Engine, Tf<string> Domain, Tf<string> Target) : IModel<FederationTestModel>
{
    public static FederationTestModel Read(ModelReader reader) =>
        new(reader.String("engine"), reader.String("domain"), reader.String("target"));

    public void Write(ModelWriter writer) => writer.String("engine", Engine).String("domain", Domain).String("target", Target);
}
