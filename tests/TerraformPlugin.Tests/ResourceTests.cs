using System.Collections.Immutable;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Tests.Execution;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests;

/// <summary>Values that a model cannot hold must survive the way through a model.</summary>
public sealed class ResourceTests
{
    private static readonly Schema ThingSchema = Schema(
        Computed("id"),
        Tags,
        Nested("inner", NestingMode.Single, AttributeUse.Optional, Optional("name"), Tags));

    private static readonly TfValue PartlyUnknown = TfValue.List([String("a"), TfValue.Unknown]);
    private static readonly TfValue WithNull = TfValue.List([String("a"), TfValue.Null]);

    private static SchemaAttribute Tags => new("tags", TfType.List(TfType.String), AttributeUse.Optional) { Description = "A test." };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<bool> EitherList => [true, false];

    [Theory]
    [MemberData(nameof(EitherList))]
    public async Task PlanAsync_ListThatNoModelCanHold_IsPlannedAsItIs(bool unknown)
    {
        var tags = unknown ? PartlyUnknown : WithNull;
        var planned = Outer(TfValue.Unknown, tags, Inner("n", tags));

        var (result, _) = await new StubResource(ThingSchema).PlanAsync(planned, TfValue.Null, planned, Context(), Cancellation);

        Assert.Equal(planned, result);
    }

    [Fact]
    public async Task PlanAsync_ModelChanged_ChangesNothingElse()
    {
        var planned = Outer(TfValue.Unknown, WithNull, Inner("n", PartlyUnknown));
        var resource = new StubResource(ThingSchema)
        {
            Planning = context => context.Planned with { Id = "1", Inner = context.Planned.Inner.Value with { Name = "m" } },
        };

        var (result, _) = await resource.PlanAsync(planned, TfValue.Null, planned, Context(), Cancellation);

        Assert.Equal(Outer(String("1"), WithNull, Inner("m", PartlyUnknown)), result);
    }

    [Fact]
    public async Task ApplyAsync_NullElementInAList_IsKept()
    {
        var planned = Outer(TfValue.Unknown, WithNull, Inner("n", WithNull));
        var resource = new StubResource(ThingSchema) { Creating = context => context.Planned with { Id = "1" } };

        var result = await resource.ApplyAsync(planned, TfValue.Null, planned, Context(), _ => { }, Cancellation);

        Assert.Equal(planned.With("id", String("1")), result);
    }

    [Fact]
    public async Task ApplyAsync_SavePartial_IsReportedAtOnce()
    {
        var planned = Outer(TfValue.Unknown, WithNull, TfValue.Null);
        var saved = new List<TfValue>();
        var resource = new StubResource(ThingSchema)
        {
            Creating = context =>
            {
                context.SavePartial(context.Planned with { Id = "1" });
                throw new InvalidOperationException();
            },
        };

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => resource.ApplyAsync(planned, TfValue.Null, planned, Context(), saved.Add, Cancellation));

        Assert.Equal(planned.With("id", String("1")), Assert.Single(saved));
    }

    [Fact]
    public async Task ReadAsync_SameListFromTheServer_IsNoDrift()
    {
        var state = Outer(String("1"), WithNull, TfValue.Null);
        var resource = new StubResource(ThingSchema) { Reading = _ => new("1", ImmutableArray.Create("a"), default) };

        Assert.Equal(state, await resource.ReadAsync(state, Context(), Cancellation));
    }

    [Fact]
    public async Task ReadAsync_OtherListFromTheServer_IsDrift()
    {
        var state = Outer(String("1"), WithNull, TfValue.Null);
        var resource = new StubResource(ThingSchema) { Reading = _ => new("1", ImmutableArray.Create("a", "b"), default) };

        Assert.Equal(
            state.With("tags", TfValue.List([String("a"), String("b")])), await resource.ReadAsync(state, Context(), Cancellation));
    }

    [Fact]
    public async Task ReadAsync_Timeouts_StayInTheStateWithoutTheModelKnowing()
    {
        var schema = Schema([.. ThingSchema.Attributes, OperationTimeouts.Default.ToAttribute()]);
        var timeouts = Object(("create", String("1m")), ("read", TfValue.Null), ("update", TfValue.Null), ("delete", TfValue.Null));
        var state = Object(("id", String("1")), ("tags", TfValue.Null), ("inner", TfValue.Null), ("timeouts", timeouts));
        var resource = new StubResource(schema) { Reading = s => s with { Id = "2" } };

        Assert.Equal(state.With("id", String("2")), await resource.ReadAsync(state, Context(), Cancellation));
    }

    [Fact]
    public async Task ReadAsync_Gone_IsNull() =>
        Assert.Equal(
            TfValue.Null,
            await new StubResource(ThingSchema) { Reading = _ => null }.ReadAsync(
                Outer(String("1"), TfValue.Null, TfValue.Null), Context(), Cancellation));

    private static CallContext Context() => new([], new PrivateState());

    private static TfValue Outer(TfValue id, TfValue tags, TfValue inner) => Object(("id", id), ("tags", tags), ("inner", inner));

    private static TfValue Inner(string name, TfValue tags) => Object(("name", String(name)), ("tags", tags));
}
