using Google.Protobuf;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Every call of an ordinary life, over the wire.</summary>
public sealed class LifecycleProtocolTests(SharedSample sample)
{
    private static readonly TfValue Null = TfValue.Null;

    [Fact]
    public async Task Create_Read_Update_Delete_GoesThrough()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.Config(
            ("text", String("x")), ("secret_wo", String("hunter2")), ("list", TfValue.List([String("a"), Null])));
        Assert.Empty(await calls.ValidateAsync(config));

        var created = await calls.ChangeAsync(Null, config);
        Answers.AssertClean(created);
        var state = SampleCalls.Decode(created.NewState);
        Assert.Equal(String("a"), state.Attributes["id"]);
        Assert.Equal(Number("1"), state.Attributes["revision"]);
        Assert.Equal(String("standard"), state.Attributes["mode"]);
        Assert.Equal(config.Attributes["list"], state.Attributes["list"]);
        Assert.True(state.Attributes["secret_wo"].IsNull);
        Assert.Equal("""{"done":"create","planned":"yes"}""", created.Private.ToStringUtf8());

        var upgraded = await calls.UpgradeAsync(1, TfJson.Encode(state, SampleCalls.Schema.Type));
        Answers.AssertClean(upgraded);
        Assert.Equal(state, SampleCalls.Decode(upgraded.UpgradedState));

        var read = await calls.ReadAsync(state, created.Private);
        Answers.AssertClean(read);
        Assert.Equal(state, SampleCalls.Decode(read.NewState));
        Assert.Equal("""{"done":"create","planned":"yes","read":"yes"}""", read.Private.ToStringUtf8());

        var unchanged = await calls.PlanAsync(state, config, read.Private);
        Answers.AssertClean(unchanged);
        Assert.Equal(state, SampleCalls.Decode(unchanged.PlannedState));

        var updated = await calls.ChangeAsync(state, config.With("text", String("y")), read.Private);
        Answers.AssertClean(updated);
        state = SampleCalls.Decode(updated.NewState);
        Assert.Equal(String("y"), state.Attributes["text"]);
        Assert.Equal(Number("2"), state.Attributes["revision"]);

        var deleted = await calls.ChangeAsync(state, Null, updated.Private);
        Answers.AssertClean(deleted);
        Assert.True(SampleCalls.Decode(deleted.NewState).IsNull);
    }

    [Fact]
    public async Task Plan_ForceNew_NamesThePath()
    {
        var calls = await sample.ConnectAsync();
        var state = SampleCalls.Decode((await calls.ChangeAsync(Null, SampleCalls.Config())).NewState);

        var plan = await calls.PlanAsync(state, SampleCalls.Config(("name", String("b"))));

        Assert.Equal("name", Assert.Single(Assert.Single(plan.RequiresReplace).Steps).AttributeName);
    }

    [Fact]
    public async Task Plan_AuthorWantsReplacement_NamesThePathOnce()
    {
        var calls = await sample.ConnectAsync();
        var state = SampleCalls.Decode((await calls.ChangeAsync(Null, SampleCalls.Config())).NewState);

        var plan = await calls.PlanAsync(state, SampleCalls.WithFault("plan:replace").With("name", String("b")));

        Assert.Equal(["name", "text"], plan.RequiresReplace.Select(p => p.Steps.Single().AttributeName));
    }

    [Fact]
    public async Task Validate_WriteOnlyValueOfAnOldCli_IsRefused()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.Config(("secret_wo", String("hunter2")));

        var found = Assert.Single(await calls.ValidateAsync(config, writeOnlyAllowed: false));

        Assert.Equal("secret_wo", Assert.Single(found.Attribute.Steps).AttributeName);
        Assert.DoesNotContain("hunter2", found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upgrade_OlderVersion_FillsInWhatThereWasNot()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.UpgradeAsync(0, """{ "title": "old" }"""u8);

        Answers.AssertClean(answer);
        Assert.Equal(SampleCalls.Config(("name", String("old")), ("id", String("old"))), SampleCalls.Decode(answer.UpgradedState));
    }

    [Fact]
    public async Task Upgrade_StateWithoutItsBlocks_HasThemEmpty()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.UpgradeAsync(1, """{ "name": "a", "rule": [ { "key": "k" } ] }"""u8);

        Answers.AssertClean(answer);
        var state = SampleCalls.Decode(answer.UpgradedState).Attributes;
        Assert.Equal(TfValue.List([]), Assert.Single(state["rule"].Elements).Attributes["match"]);
        Assert.Equal(TfValue.Set([]), state["tag"]);
        Assert.Equal(Map(), state["label"]);
        Assert.Equal(Null, state["place"]);
    }

    [Fact]
    public async Task Upgrade_FlatmapOfTerraform011_IsAnErrorDiagnostic()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.Client.UpgradeResourceStateAsync(
            new() { TypeName = SampleCalls.TypeName, RawState = new() { Flatmap = { ["name"] = "a" } } }, SampleCalls.Options);

        Assert.Contains("0.11", Answers.ErrorOf(answer).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Id_GivesOneObjectThatCanBeRead()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ImportAsync("x");

        Answers.AssertClean(answer);
        var imported = Assert.Single(answer.ImportedResources);
        Assert.Equal(SampleCalls.TypeName, imported.TypeName);
        Assert.Equal("""{".imported":"true","imported":"yes"}""", imported.Private.ToStringUtf8());
        var state = SampleCalls.Decode(imported.State);
        Assert.Equal(SampleCalls.Config(("name", String("x")), ("id", String("x"))), state);
        Answers.AssertClean(await calls.ReadAsync(state, imported.Private));
    }

    [Fact]
    public async Task Import_UnknownLeft_IsNull()
    {
        var calls = await sample.ConnectAsync();

        Assert.Equal(
            Null, SampleCalls.Decode((await calls.ImportAsync("import:unknown")).ImportedResources.Single().State).Attributes["size"]);
    }

    [Fact]
    public async Task GetMetadata_Names_AreThoseOfTheSchema()
    {
        var calls = await sample.ConnectAsync();

        var metadata = await calls.Client.GetMetadataAsync(new(), SampleCalls.Options);
        var schema = await calls.Client.GetProviderSchemaAsync(new(), SampleCalls.Options);

        Assert.Equal(schema.ResourceSchemas.Keys.Order(), metadata.Resources.Select(r => r.TypeName));
        Assert.Equal(schema.DataSourceSchemas.Keys.Order(), metadata.DataSources.Select(d => d.TypeName));
        Assert.True(schema.ServerCapabilities is { PlanDestroy: true, GetProviderSchemaOptional: true, MoveResourceState: true });
        Assert.Equal(schema.ServerCapabilities, metadata.ServerCapabilities);
    }

    [Fact]
    public async Task EveryType_ThatDoesNotExist_IsNamedInTheError()
    {
        var client = (await sample.ConnectAsync()).Client;
        const string Name = "sample_nothing";
        IMessage[] answers =
        [
            await client.ValidateResourceConfigAsync(new() { TypeName = Name }, SampleCalls.Options),
            await client.UpgradeResourceStateAsync(new() { TypeName = Name }, SampleCalls.Options),
            await client.ReadResourceAsync(new() { TypeName = Name }, SampleCalls.Options),
            await client.PlanResourceChangeAsync(new() { TypeName = Name }, SampleCalls.Options),
            await client.ApplyResourceChangeAsync(new() { TypeName = Name }, SampleCalls.Options),
            await client.ImportResourceStateAsync(new() { TypeName = Name }, SampleCalls.Options),
            await client.ValidateDataResourceConfigAsync(new() { TypeName = Name }, SampleCalls.Options),
            await client.ReadDataSourceAsync(new() { TypeName = Name }, SampleCalls.Options),
        ];

        Assert.All(answers, answer =>
        {
            var error = Answers.ErrorOf(answer);
            Assert.StartsWith("Unknown", error.Summary, StringComparison.Ordinal);
            Assert.Contains(Name, error.Detail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task StopProvider_WithNothingRunning_IsAnsweredAndHarmless()
    {
        // A provider of its own: in the shared one it would end the calls of other tests.
        await using var plugin = await Hosting.SamplePlugin.StartAsync();
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);

        Assert.Equal("", (await calls.Client.StopProviderAsync(new(), SampleCalls.Options)).Error);

        Answers.AssertClean(await calls.ChangeAsync(Null, SampleCalls.Config()));
    }
}
