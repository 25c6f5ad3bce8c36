using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace SampleProvider;

/// <summary>A trivial resource, so that what a test or a benchmark sees is the SDK.</summary>
public sealed class ThingResource : Resource<ThingModel>
{
    /// <inheritdoc/>
    public override string TypeName => "sample_thing";

    /// <inheritdoc/>
    public override Schema Schema { get; } = new()
    {
        Description = "A thing that exists only in the state.",
        Attributes =
        [
            new("id", TfType.String, AttributeUse.Computed)
            {
                Description = "The name.",
                PlanModifiers = [PlanModifiers.UseStateForUnknown],
            },
            new("name", TfType.String, AttributeUse.Required)
            {
                Description = "The name; another one makes another thing.",
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new("note", TfType.String, AttributeUse.Optional) { Description = "Any text." },
            new("hangs", TfType.Bool, AttributeUse.Optional) { Description = "Whether the creation lasts until somebody stops it." },
        ],
    };

    /// <inheritdoc/>
    public override ResourceIdentity Identity { get; } = new()
    {
        Version = 1,
        Attributes = [new("id", "The name."), new("name", "The name, once more.")],
        Upgraders = new Dictionary<long, StateUpgrader>
        {
            [0] = new(
                TfType.Object([new("id", TfType.String)]),
                former => TfValue.Object([new("id", former.Attributes["id"]), new("name", former.Attributes["id"])])),
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, StateMover> StateMovers { get; } = new Dictionary<string, StateMover>
    {
        ["sample_kinds"] = (source, context) =>
        {
            if (source.Attributes["name"].IsNull)
            {
                throw new DiagnosticException("Nothing to move", "The object has no name. Import the thing instead.");
            }

            context.Private.Set("moved", context.Private.TryGet("done", out var done) ? done : "without private state");
            context.Private.Set("done", null);
            return TfValue.Object(
            [
                new("id", source.Attributes["id"]),
                new("name", source.Attributes["name"]),
                new("note", TfValue.Of("moved")),
                new("hangs", TfValue.Null),
            ]);
        },
    };

    /// <inheritdoc/>
    protected override async Task<ThingModel> CreateAsync(ApplyContext<ThingModel> context, CancellationToken cancellationToken)
    {
        if (context.Planned.Hangs.Or(false))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return context.Planned with { Id = context.Planned.Name };
    }

    /// <inheritdoc/>
    protected override Task<ThingModel?> ReadAsync(ThingModel state, CallContext context, CancellationToken cancellationToken) =>
        Task.FromResult(state.Name.Or("") == "gone" ? null : state);

    /// <inheritdoc/>
    protected override Task DeleteAsync(ThingModel prior, CallContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override Task<ThingModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        var name = id.Split('/')[0];
        return Task.FromResult(new ThingModel(name, name, default, default));
    }

    /// <inheritdoc/>
    protected override ThingModel ToConfig(ThingModel state) => state.Note.Or("") == "secret" ? state with { Note = default } : state;
}
