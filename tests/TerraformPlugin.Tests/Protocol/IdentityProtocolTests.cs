using Google.Protobuf;
using SampleProvider;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

public sealed class IdentityProtocolTests(SharedSample sample)
{
    private const string TypeName = "sample_thing";

    private static readonly TfType StateType = new ThingResource().Schema.Type;
    private static readonly TfType Type = new ThingResource().Identity.Type;

    [Fact]
    public async Task Schemas_HoldResourcesWithIdentityOnly()
    {
        var client = (await sample.ConnectAsync()).Client;

        var schemas = (await client.GetResourceIdentitySchemasAsync(new(), SampleCalls.Options)).IdentitySchemas;

        var (name, schema) = Assert.Single(schemas);
        Assert.Equal(TypeName, name);
        Assert.Equal(1, schema.Version);
        Assert.Equal(["id", "name"], schema.IdentityAttributes.Select(a => a.Name));
        Assert.All(schema.IdentityAttributes, a => Assert.True(a.RequiredForImport));
        Assert.All(schema.IdentityAttributes, a => Assert.NotEmpty(a.Description));
    }

    [Fact]
    public async Task PlanAndApply_OfNewObject_GiveIdentityAsSoonAsItIsKnown()
    {
        var client = (await sample.ConnectAsync()).Client;
        var config = Thing(TfValue.Null, "a");

        var plan = await client.PlanResourceChangeAsync(
            new() { TypeName = TypeName, PriorState = State(TfValue.Null), Config = State(config), ProposedNewState = State(config) },
            SampleCalls.Options);
        var apply = await client.ApplyResourceChangeAsync(
            new() { TypeName = TypeName, PriorState = State(TfValue.Null), Config = State(config), PlannedState = plan.PlannedState },
            SampleCalls.Options);

        Answers.AssertClean(plan);
        Assert.Null(plan.PlannedIdentity);
        Answers.AssertClean(apply);
        Assert.Equal(Identity("a", "a"), Decode(apply.NewIdentity));
    }

    [Fact]
    public async Task Plan_OfUpdateAndDestroy_KeepIdentity()
    {
        var client = (await sample.ConnectAsync()).Client;
        var prior = Thing(String("a"), "a");
        var config = Thing(TfValue.Null, "a").With("note", String("new"));
        var request = new V6.PlanResourceChange.Types.Request
        {
            TypeName = TypeName,
            PriorState = State(prior),
            PriorIdentity = Encode(Identity("a", "a")),
            Config = State(config),
            ProposedNewState = State(config.With("id", String("a"))),
        };

        var update = await client.PlanResourceChangeAsync(request, SampleCalls.Options);
        request.Config = request.ProposedNewState = State(TfValue.Null);
        var destroy = await client.PlanResourceChangeAsync(request, SampleCalls.Options);

        Assert.Equal(Identity("a", "a"), Decode(update.PlannedIdentity));
        Assert.Equal(Identity("a", "a"), Decode(destroy.PlannedIdentity));
    }

    [Fact]
    public async Task Read_OfStateWithoutIdentity_GivesOne()
    {
        var client = (await sample.ConnectAsync()).Client;

        var answer = await client.ReadResourceAsync(
            new() { TypeName = TypeName, CurrentState = State(Thing(String("a"), "a")) }, SampleCalls.Options);

        Assert.Equal(Identity("a", "a"), Decode(answer.NewIdentity));
    }

    [Fact]
    public async Task Read_OfGoneObject_GivesNone()
    {
        var client = (await sample.ConnectAsync()).Client;

        var answer = await client.ReadResourceAsync(
            new() { TypeName = TypeName, CurrentState = State(Thing(String("gone"), "gone")) }, SampleCalls.Options);

        Assert.Null(answer.NewIdentity);
    }

    [Fact]
    public async Task Import_ByIdentity_FindsObject()
    {
        var answer = await ImportAsync(Identity("a", "a"));

        Answers.AssertClean(answer);
        var imported = Assert.Single(answer.ImportedResources);
        Assert.Equal(Thing(String("a"), "a"), TfMsgPack.Decode(imported.State.Msgpack.Memory, StateType));
        Assert.Equal(Identity("a", "a"), Decode(imported.Identity));
    }

    [Fact]
    public async Task Import_ById_GivesIdentity()
    {
        var client = (await sample.ConnectAsync()).Client;

        var answer = await client.ImportResourceStateAsync(new() { TypeName = TypeName, Id = "a" }, SampleCalls.Options);

        Assert.Equal(Identity("a", "a"), Decode(Assert.Single(answer.ImportedResources).Identity));
    }

    [Fact]
    public async Task Import_ByIdentityThatTheObjectDoesNotHave_IsAnError()
    {
        var answer = await ImportAsync(Identity("a", "b"));

        Assert.Equal("Identity of another form", Answers.ErrorOf(answer).Summary);
        Assert.Empty(answer.ImportedResources);
    }

    [Fact]
    public async Task Import_ByIncompleteIdentity_NamesWhatIsMissing()
    {
        foreach (var identity in (TfValue[])[Identity("a", "a").With("name", TfValue.Null), Identity("a", "")])
        {
            var error = Answers.ErrorOf(await ImportAsync(identity));

            Assert.Equal("Incomplete identity", error.Summary);
            Assert.Contains("`name`", error.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Import_ByIdentityOfResourceWithout_IsAnError()
    {
        var client = (await sample.ConnectAsync()).Client;

        var answer = await client.ImportResourceStateAsync(
            new() { TypeName = SampleCalls.TypeName, Identity = Encode(Identity("a", "a")) }, SampleCalls.Options);

        Assert.Equal("Identity not supported", Answers.ErrorOf(answer).Summary);
    }

    [Theory]
    [InlineData(0, """{"id":"a"}""")]
    [InlineData(1, """{"id":"a","name":"a"}""")]
    public async Task Upgrade_OfKnownVersion_GivesTodaysForm(long version, string json)
    {
        var answer = await UpgradeAsync(version, json);

        Answers.AssertClean(answer);
        Assert.Equal(Identity("a", "a"), Decode(answer.UpgradedIdentity));
    }

    [Theory]
    [InlineData(2, """{"id":"a"}""", "Unsupported identity version")]
    [InlineData(1, """{"id":["a"]}""", "Unreadable identity")]
    [InlineData(1, "null", "Unreadable identity")]
    [InlineData(1, "{", "Unreadable identity")]
    public async Task Upgrade_OfAnythingElse_IsAnError(long version, string json, string summary)
    {
        var answer = await UpgradeAsync(version, json);

        Assert.Equal(summary, Answers.ErrorOf(answer).Summary);
        Assert.Null(answer.UpgradedIdentity);
    }

    private async Task<V6.ImportResourceState.Types.Response> ImportAsync(TfValue identity) =>
        await (await sample.ConnectAsync()).Client.ImportResourceStateAsync(
            new() { TypeName = TypeName, Identity = Encode(identity) }, SampleCalls.Options);

    private async Task<V6.UpgradeResourceIdentity.Types.Response> UpgradeAsync(long version, string json) =>
        await (await sample.ConnectAsync()).Client.UpgradeResourceIdentityAsync(
            new() { TypeName = TypeName, Version = version, RawIdentity = new() { Json = ByteString.CopyFromUtf8(json) } },
            SampleCalls.Options);

    private static TfValue Thing(TfValue id, string name) =>
        Object(("id", id), ("name", String(name)), ("note", TfValue.Null), ("hangs", TfValue.Null));

    private static TfValue Identity(string id, string name) => Object(("id", String(id)), ("name", String(name)));

    private static V6.DynamicValue State(TfValue state) => SampleCalls.Encode(state, StateType);

    private static V6.ResourceIdentityData Encode(TfValue identity) => new() { IdentityData = SampleCalls.Encode(identity, Type) };

    private static TfValue Decode(V6.ResourceIdentityData identity) => TfMsgPack.Decode(identity.IdentityData.Msgpack.Memory, Type);
}
