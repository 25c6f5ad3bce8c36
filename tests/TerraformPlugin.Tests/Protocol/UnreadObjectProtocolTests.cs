using Google.Protobuf;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Stored objects that the provider may not read, and keeps as the state has them.</summary>
public sealed class UnreadObjectProtocolTests(SharedSample sample)
{
    private static readonly ByteString Private = ByteString.CopyFromUtf8("""{"kept":"yes"}""");

    [Fact]
    public async Task Read_Denied_KeepsTheStateAndWarns()
    {
        var calls = await sample.ConnectAsync();
        var stored = await StoredAsync(calls, "read:deny");

        var answer = await calls.ReadAsync(stored, Private);

        AssertWarned(answer);
        Assert.Equal(stored, SampleCalls.Decode(answer.NewState));
        Assert.Equal(Private, answer.Private);
    }

    // The state has nothing yet but what the import knew.
    [Fact]
    public async Task FirstReadOfAnImport_Denied_Fails()
    {
        var calls = await sample.ConnectAsync();
        var imported = Assert.Single((await calls.ImportAsync("a")).ImportedResources);
        var state = SampleCalls.Decode(imported.State);

        Answers.ErrorOf(await calls.ReadAsync(state.With("fault", TfValue.Of("read:deny")), imported.Private));

        var read = await calls.ReadAsync(state, imported.Private);
        Answers.AssertClean(read);
        AssertWarned(await calls.ReadAsync(state.With("fault", TfValue.Of("read:deny")), read.Private));
    }

    [Fact]
    public async Task PlanThatChangesNothing_Denied_KeepsTheStateAndWarns()
    {
        var calls = await sample.ConnectAsync();
        var stored = await StoredAsync(calls, "plan:deny");

        var answer = await calls.PlanAsync(stored, SampleCalls.WithFault("plan:deny"));

        AssertWarned(answer);
        Assert.Equal(stored, SampleCalls.Decode(answer.PlannedState));
    }

    [Fact]
    public async Task PlanOfAChangeOrOfANewObject_Denied_Fails()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.WithFault("plan:deny").With("text", TfValue.Of("another"));

        Answers.ErrorOf(await calls.PlanAsync(await StoredAsync(calls, "plan:deny"), config));
        Answers.ErrorOf(await calls.PlanAsync(TfValue.Null, config));
    }

    [Fact]
    public async Task PlanOfADestroy_Denied_IsMadeAndWarns()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.PlanAsync(await StoredAsync(calls, "destroy:deny"), TfValue.Null);

        AssertWarned(answer);
        Assert.True(SampleCalls.Decode(answer.PlannedState).IsNull);
    }

    private static void AssertWarned(IMessage answer)
    {
        var warning = Assert.Single(Answers.DiagnosticsOf(answer));
        Assert.Equal((V6.Diagnostic.Types.Severity.Warning, "Not read"), (warning.Severity, warning.Summary));
    }

    private static async Task<TfValue> StoredAsync(SampleCalls calls, string fault) =>
        SampleCalls.Decode((await calls.ChangeAsync(TfValue.Null, SampleCalls.Config())).NewState).With("fault", TfValue.Of(fault));
}
