using TerraformPlugin.Schemas;

namespace TerraformPlugin.Tests.Execution;

/// <summary>A resource of any schema, whose operations do nothing.</summary>
internal sealed class StubResource(Schema schema, IReadOnlyDictionary<long, StateUpgrader>? upgraders = null) : Resource<StubModel>
{
    public override string TypeName => "stub_thing";

    public override Schema Schema => schema;

    public override IReadOnlyDictionary<long, StateUpgrader> StateUpgraders => upgraders ?? base.StateUpgraders;

    public Func<PlanContext<StubModel>, StubModel> Planning { get; init; } = context => context.Planned;

    public Func<ApplyContext<StubModel>, StubModel> Creating { get; init; } = context => context.Planned;

    public Func<StubModel, StubModel?> Reading { get; init; } = state => state;

    protected override Task PlanAsync(PlanContext<StubModel> context, CancellationToken cancellationToken)
    {
        context.Planned = Planning(context);
        return Task.CompletedTask;
    }

    protected override Task<StubModel> CreateAsync(ApplyContext<StubModel> context, CancellationToken cancellationToken) =>
        Task.FromResult(Creating(context));

    protected override Task<StubModel?> ReadAsync(StubModel state, CallContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Reading(state));

    protected override Task DeleteAsync(StubModel prior, CallContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
