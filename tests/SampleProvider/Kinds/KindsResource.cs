using System.Collections.Immutable;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace SampleProvider.Kinds;

/// <summary>A resource with everything that the SDK can do, and faults on request: <c>sample_kinds</c>.</summary>
public sealed class KindsResource : Resource<KindsModel>
{
    /// <inheritdoc/>
    public override string TypeName => "sample_kinds";

    /// <inheritdoc/>
    public override Schema Schema => KindsSchema.Instance;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys { get; } = ["id"];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<long, StateUpgrader> StateUpgraders { get; } = new Dictionary<long, StateUpgrader>
    {
        [0] = new(
            TfType.Object([new("title", TfType.String)]),
            old => TfValue.Object(KindsSchema.Instance.Type.Attributes.Select(a => KeyValuePair.Create(a.Key, TfValue.Null)))
                .With("name", old.Attributes["title"]).With("id", old.Attributes["title"])),
    };

    /// <inheritdoc/>
    protected override void Validate(KindsModel config, DiagnosticList diagnostics)
    {
        switch (Faults.In("validate", config.Fault))
        {
            case "report":
                diagnostics.AddError("Reported", "As the test wished.", AttributePath.To("fault"));
                break;
            case "throw":
                throw new InvalidOperationException(Faults.Secret);
        }
    }

    /// <inheritdoc/>
    protected override async Task PlanAsync(PlanContext<KindsModel> context, CancellationToken cancellationToken)
    {
        context.Private.Set("planned", "yes");
        var fault = Faults.In("plan", context.Planned.Fault);
        await Faults.CauseAsync(fault, context, cancellationToken);
        switch (fault)
        {
            case "replace":
                context.RequireReplace(AttributePath.To("text"));
                break;
            case "null":
                context.Planned = null!;
                break;
        }
    }

    /// <inheritdoc/>
    protected override Task PlanDestroyAsync(KindsModel prior, CallContext context, CancellationToken cancellationToken) =>
        Faults.CauseAsync(Faults.In("destroy", prior.Fault), context, cancellationToken);

    /// <inheritdoc/>
    protected override Task<KindsModel> CreateAsync(ApplyContext<KindsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync("create", context, cancellationToken);

    /// <inheritdoc/>
    protected override Task<KindsModel> UpdateAsync(ApplyContext<KindsModel> context, CancellationToken cancellationToken) =>
        ApplyAsync("update", context, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<KindsModel?> ReadAsync(KindsModel state, CallContext context, CancellationToken cancellationToken)
    {
        var fault = Faults.In("read", state.Fault);
        context.Private.Set("read", "yes");
        await Faults.CauseAsync(fault, context, cancellationToken);
        return fault switch
        {
            "gone" => null,
            "unknown" => state with { Size = Tf<TfNumber>.Unknown },
            "leak" => state with { WriteOnlySecret = Faults.Secret },
            "drift" => state with { Text = "drifted", Fault = default },
            _ => state,
        };
    }

    /// <inheritdoc/>
    protected override Task DeleteAsync(KindsModel prior, CallContext context, CancellationToken cancellationToken) =>
        Faults.CauseAsync(Faults.In("delete", prior.Fault), context, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<KindsModel> ImportAsync(string id, CallContext context, CancellationToken cancellationToken)
    {
        var fault = Faults.In("import", id);
        await Faults.CauseAsync(fault, context, cancellationToken);
        context.Private.Set("imported", "yes");
        return fault == "null" ? null! : new KindsModel { Id = id, Name = id, Size = fault == "unknown" ? Tf<TfNumber>.Unknown : default };
    }

    private static async Task<KindsModel> ApplyAsync(
        string operation, ApplyContext<KindsModel> context, CancellationToken cancellationToken)
    {
        var fault = Faults.In(operation, context.Planned.Fault);
        if (fault.StartsWith("partly_", StringComparison.Ordinal))
        {
            context.Private.Set("partly", "yes");
            context.SavePartial(context.Planned with { Id = context.Planned.Name, Text = "half done" });
            fault = fault["partly_".Length..];
        }

        await Faults.CauseAsync(fault, context, cancellationToken);
        context.Private.Set("done", operation);
        return fault switch
        {
            "null" => null!,
            "unknown" => context.Planned,
            "leak" => Filled(context) with { WriteOnlySecret = context.Config.WriteOnlySecret },
            _ => Filled(context),
        };
    }

    private static KindsModel Filled(ApplyContext<KindsModel> context)
    {
        var planned = context.Planned;
        var type = KindsSchema.Instance.Type.Attributes;
        var before = context.Prior is { } prior && prior.Revision.Or(default).TryToInt64(out var number) ? number : 0;
        return planned with
        {
            Id = planned.Id.Or(planned.Name.Value),
            Size = planned.Size.IsUnknown ? TfNumber.FromInt64(42) : planned.Size,
            Revision = planned.Revision.IsUnknown ? TfNumber.FromInt64(before + 1) : planned.Revision,
            Rest = planned.Rest.ToImmutableDictionary(
                e => e.Key, e => ComputedValues.Fill(e.Value, type.Single(a => a.Key == e.Key).Value)),
        };
    }
}
