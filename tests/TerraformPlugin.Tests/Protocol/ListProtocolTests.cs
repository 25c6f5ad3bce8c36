using Grpc.Core;
using SampleProvider;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

public sealed class ListProtocolTests(SharedSample sample)
{
    private const string TypeName = "sample_thing";

    private static readonly TfType StateType = new ThingResource().Schema.Type;
    private static readonly TfType ConfigType = new ThingListResource(new()).Schema.Type;

    [Fact]
    public async Task Schema_OfList_HasItsArguments()
    {
        var client = (await sample.ConnectAsync()).Client;

        var schemas = (await client.GetProviderSchemaAsync(new(), SampleCalls.Options)).ListResourceSchemas;

        Assert.Equal(["count", "fault"], schemas[TypeName].Block.Attributes.Select(a => a.Name));
        Assert.Equal(TypeName, (await client.GetMetadataAsync(new(), SampleCalls.Options)).ListResources.Single().TypeName);
    }

    [Fact]
    public async Task List_WithoutConfig_GivesIdentitiesAndNames()
    {
        var found = await ListAsync(new() { TypeName = TypeName, Config = SampleCalls.Encode(TfValue.Null, ConfigType), Limit = 100 });

        Assert.Equal(["Thing 1", "Thing 2"], found.Select(f => f.DisplayName));
        Assert.Equal(["thing1", "thing2"], found.Select(f => IdOf(f.Identity)));
        Assert.All(found, f => Assert.Null(f.ResourceObject));
    }

    [Fact]
    public async Task List_Warning_ComesWithTheNextObject()
    {
        var found = await ListAsync(Request(count: 4));

        Assert.Equal([0, 1, 0, 0], found.Select(f => f.Diagnostic.Count));
    }

    [Fact]
    public async Task List_WarningAtTheEnd_ComesWithoutIdentity()
    {
        var found = await ListAsync(Request(count: 1, fault: "warn"));

        Assert.Equal(2, found.Count);
        Assert.Null(found[1].Identity);
        Assert.Equal("No more things", Assert.Single(found[1].Diagnostic).Summary);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task List_WithLimit_StopsThere(long limit) =>
        Assert.Equal(limit, (await ListAsync(Request(count: int.MaxValue, limit: limit))).Count);

    [Fact]
    public async Task List_WithObjects_ReadsThemAndLeavesOutWhatIsGone()
    {
        var request = Request(count: 4, limit: 3);
        request.IncludeResourceObject = true;

        var found = await ListAsync(request);

        Assert.Equal(["thing1", "thing2", "thing4"], found.Select(f => IdOf(f.Identity)));
        Assert.Equal(
            ["thing1", "thing2", "thing4"],
            found.Select(f => TfMsgPack.Decode(f.ResourceObject.Msgpack.Memory, StateType).Attributes["name"].String));
    }

    [Fact]
    public async Task List_UnexpectedException_IsAnErrorBehindWhatWasFound()
    {
        var found = await ListAsync(Request(count: 1, fault: "throw"));

        Assert.Equal("Unexpected failure in the provider", Answers.ErrorOf(found[1]).Summary);
    }

    [Fact]
    public async Task List_CallerLeaves_EndsWithoutHarm()
    {
        var client = (await sample.ConnectAsync()).Client;
        using (var call = client.ListResource(Request(count: 1, fault: "hang"), SampleCalls.Options))
        {
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }

        Assert.Single(await ListAsync(Request(count: 1)));
    }

    [Fact]
    public async Task List_InvalidConfig_IsAnError() =>
        Assert.Equal("Number out of range", Answers.ErrorOf(Assert.Single(await ListAsync(Request(count: -1)))).Summary);

    [Fact]
    public async Task List_OfUnknownType_IsAnError() =>
        Assert.Equal("Unknown list resource", Answers.ErrorOf(Assert.Single(await ListAsync(new() { TypeName = "sample_other" }))).Summary);

    [Fact]
    public async Task Validate_NamesTheAttribute()
    {
        var client = (await sample.ConnectAsync()).Client;

        var bad = await client.ValidateListResourceConfigAsync(
            new() { TypeName = TypeName, Config = Request(count: -1).Config }, SampleCalls.Options);
        var unknown = await client.ValidateListResourceConfigAsync(
            new() { TypeName = TypeName, Config = Config(TfValue.Unknown, TfValue.Null) }, SampleCalls.Options);

        Assert.Equal("count", Answers.ErrorOf(bad).Attribute.Steps.Single().AttributeName);
        Answers.AssertClean(unknown);
    }

    private async Task<List<V6.ListResource.Types.Event>> ListAsync(V6.ListResource.Types.Request request)
    {
        using var call = (await sample.ConnectAsync()).Client.ListResource(request, SampleCalls.Options);
        return await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    private static V6.ListResource.Types.Request Request(long count, long limit = 100, string? fault = null) =>
        new() { TypeName = TypeName, Config = Config(TfValue.Of(count), TfValue.Of(fault)), Limit = limit };

    private static V6.DynamicValue Config(TfValue count, TfValue fault) =>
        SampleCalls.Encode(Object(("count", count), ("fault", fault)), ConfigType);

    private static string IdOf(V6.ResourceIdentityData identity) =>
        TfMsgPack.Decode(identity.IdentityData.Msgpack.Memory, new ThingResource().Identity.Type).Attributes["id"].String;
}
