using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace Example;

/// <summary>The provider: its arguments, and what it offers.</summary>
public sealed class ExampleProvider : Provider<ExampleConfig>
{
    public override string Name => "example-type";

    public override string Address => "registry.terraform.io/example/example-type";

    public override string Version => "0.1.0";

    public override Schema Schema { get; } = new()
    {
        Description = "Keeps notes in files.",
        Attributes =
        [
            new("folder", TfType.String, AttributeUse.Optional) { Description = "The folder of the notes; the current one by default." },
        ],
    };

    public override IReadOnlyList<ResourceBase> Resources { get; } = [new NoteResource()];

    protected override Task ConfigureAsync(ExampleConfig config, ConfigureContext context, CancellationToken cancellationToken)
    {
        // An argument that is not known yet stays unset here; plan then without it.
        NoteResource.Folder = config.Folder.Or(".");
        return Task.CompletedTask;
    }
}
