using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace Example;

/// <summary>A text file.</summary>
public sealed class NoteResource : Resource<NoteModel>
{
    public override string TypeName => "example-type_note";

    public override Schema Schema { get; } = new()
    {
        Description = "A text file.",
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "The name.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("name", TfType.String, AttributeUse.Required)
            {
                Description = "The name of the file; another name makes another file.",
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new("text", TfType.String, AttributeUse.Required) { Description = "The content." },
        ],
    };

    /// <summary>The folder of all notes.</summary>
    internal static string Folder { get; set; } = ".";

    protected override Task<NoteModel> CreateAsync(ApplyContext<NoteModel> context, CancellationToken cancellationToken) =>
        WriteAsync(context.Planned, cancellationToken);

    protected override async Task<NoteModel?> ReadAsync(NoteModel state, CallContext context, CancellationToken cancellationToken)
    {
        // Null: the file is gone, and the next plan makes it again.
        var path = PathOf(state);
        return File.Exists(path) ? state with { Text = await File.ReadAllTextAsync(path, cancellationToken) } : null;
    }

    protected override Task<NoteModel> UpdateAsync(ApplyContext<NoteModel> context, CancellationToken cancellationToken) =>
        WriteAsync(context.Planned, cancellationToken);

    protected override Task DeleteAsync(NoteModel prior, CallContext context, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(prior));
        return Task.CompletedTask;
    }

    protected override Task<NoteModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new NoteModel(id, id, default));

    private static async Task<NoteModel> WriteAsync(NoteModel planned, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(PathOf(planned), planned.Text.Value, cancellationToken);
        return planned with { Id = planned.Name };
    }

    private static string PathOf(NoteModel note) => Path.Combine(Folder, note.Name.Value);
}
