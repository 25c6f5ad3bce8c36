using Google.Protobuf;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>The stored state after an operation has failed.</summary>
public sealed class FailureProtocolTests(SharedSample sample)
{
    private static readonly TfValue Null = TfValue.Null;
    private static readonly ByteString Private = ByteString.CopyFromUtf8("""{"kept":"yes"}""");

    [Theory]
    [InlineData("fail", "Failed")]
    [InlineData("throw", "Unexpected failure in the provider")]
    [InlineData("refuse", "Refused")]
    [InlineData("null", "Unexpected failure in the provider")]
    public async Task Create_FailsBeforeAnythingExists_StoresNothing(string fault, string summary)
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ChangeAsync(Null, SampleCalls.WithFault($"create:{fault}"));

        Assert.Equal(summary, Answers.ErrorOf(answer).Summary);
        Assert.True(SampleCalls.Decode(answer.NewState).IsNull);
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("throw")]
    [InlineData("refuse")]
    [InlineData("null")]
    public async Task Create_FailsHalfWay_StoresWhatExists(string fault)
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.WithFault($"create:partly_{fault}").With("list", TfValue.List([String("a"), Null]));

        var answer = await calls.ChangeAsync(Null, config);

        Answers.ErrorOf(answer);
        var state = SampleCalls.Decode(answer.NewState);
        Assert.True(state.IsWhollyKnown);
        Assert.Equal(String("a"), state.Attributes["id"]);
        Assert.Equal(String("half done"), state.Attributes["text"]);
        Assert.Equal(config.Attributes["list"], state.Attributes["list"]);
        Assert.True(state.Attributes["revision"].IsNull);
        Assert.True(state.Attributes["rule"].IsPresent);
        Assert.Contains("\"partly\":\"yes\"", answer.Private.ToStringUtf8(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_LeavesSomethingUnknown_IsAnErrorOfTheProviderAndNothingIsLost()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ChangeAsync(Null, SampleCalls.WithFault("create:unknown"));

        Assert.Contains("`id`", Answers.ErrorOf(answer).Detail, StringComparison.Ordinal);
        var state = SampleCalls.Decode(answer.NewState);
        Assert.True(state is { IsPresent: true, IsWhollyKnown: true });
        Assert.Equal(String("a"), state.Attributes["name"]);
    }

    [Fact]
    public async Task Create_ReportsAnErrorAndReturns_StoresWhatItReturned()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ChangeAsync(Null, SampleCalls.WithFault("create:report"));

        Assert.Equal("Reported", Answers.ErrorOf(answer).Summary);
        Assert.Equal(String("a"), SampleCalls.Decode(answer.NewState).Attributes["id"]);
    }

    [Fact]
    public async Task Create_Warns_Succeeds()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ChangeAsync(Null, SampleCalls.WithFault("create:warn"));

        var warning = Assert.Single(Answers.DiagnosticsOf(answer));
        Assert.Equal(V6.Diagnostic.Types.Severity.Warning, warning.Severity);
        Assert.Equal("fault", Assert.Single(warning.Attribute.Steps).AttributeName);
        Assert.True(SampleCalls.Decode(answer.NewState).IsPresent);
    }

    [Fact]
    public async Task Create_ReturnsAWriteOnlyValue_DoesNotStoreIt()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ChangeAsync(Null, SampleCalls.WithFault("create:leak").With("secret_wo", String("hunter2")));

        Answers.AssertClean(answer);
        Assert.DoesNotContain("hunter2", answer.ToString(), StringComparison.Ordinal);
        Assert.True(SampleCalls.Decode(answer.NewState).Attributes["secret_wo"].IsNull);
    }

    [Fact]
    public async Task Create_TakesLongerThanTheUserAllows_EndsAndStoresWhatExists()
    {
        var calls = await sample.ConnectAsync();
        var timeouts = Object(("create", String("1ms")), ("read", Null), ("update", Null), ("delete", Null));

        var answer = await calls.ChangeAsync(Null, SampleCalls.WithFault("create:partly_hang").With("timeouts", timeouts));

        var error = Answers.ErrorOf(answer);
        Assert.Equal("Operation timed out", error.Summary);
        Assert.Contains("1ms", error.Detail, StringComparison.Ordinal);
        var state = SampleCalls.Decode(answer.NewState);
        Assert.Equal(String("half done"), state.Attributes["text"]);
        Assert.Equal(timeouts, state.Attributes["timeouts"]);
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("throw")]
    [InlineData("null")]
    public async Task Update_Fails_KeepsThePriorState(string fault)
    {
        var calls = await sample.ConnectAsync();
        var prior = await CreateAsync(calls);

        var answer = await calls.ChangeAsync(prior, SampleCalls.WithFault($"update:{fault}"), Private);

        Answers.ErrorOf(answer);
        Assert.Equal(prior, SampleCalls.Decode(answer.NewState));
        Assert.Contains("\"kept\":\"yes\"", answer.Private.ToStringUtf8(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_FailsHalfWay_StoresWhatIsThere()
    {
        var calls = await sample.ConnectAsync();
        var prior = await CreateAsync(calls);

        var answer = await calls.ChangeAsync(prior, SampleCalls.WithFault("update:partly_fail"), Private);

        Answers.ErrorOf(answer);
        Assert.Equal(String("half done"), SampleCalls.Decode(answer.NewState).Attributes["text"]);
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("throw")]
    [InlineData("report")]
    public async Task Delete_Fails_KeepsTheObject(string fault)
    {
        var calls = await sample.ConnectAsync();
        var prior = await CreateAsync(calls, $"delete:{fault}");

        var answer = await calls.ChangeAsync(prior, Null, Private);

        Answers.ErrorOf(answer);
        Assert.Equal(prior, SampleCalls.Decode(answer.NewState));
        Assert.Equal(Private, answer.Private);
    }

    [Theory]
    [InlineData("fail", "Failed")]
    [InlineData("throw", "Unexpected failure in the provider")]
    [InlineData("refuse", "Refused")]
    [InlineData("report", "Reported")]
    [InlineData("unknown", "Value left unknown")]
    public async Task Read_Fails_KeepsTheState(string fault, string summary)
    {
        var calls = await sample.ConnectAsync();
        var prior = await CreateAsync(calls, $"read:{fault}");

        var answer = await calls.ReadAsync(prior, Private);

        Assert.Equal(summary, Answers.ErrorOf(answer).Summary);
        Assert.Equal(prior, SampleCalls.Decode(answer.NewState));
        Assert.Contains("\"kept\":\"yes\"", answer.Private.ToStringUtf8(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ObjectGone_IsNull()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ReadAsync(await CreateAsync(calls, "read:gone"));

        Answers.AssertClean(answer);
        Assert.True(SampleCalls.Decode(answer.NewState).IsNull);
    }

    [Fact]
    public async Task Read_OfNothing_IsNothing()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ReadAsync(Null);

        Answers.AssertClean(answer);
        Assert.True(SampleCalls.Decode(answer.NewState).IsNull);
    }

    [Fact]
    public async Task Read_ReturnsAWriteOnlyValue_DoesNotStoreIt()
    {
        var calls = await sample.ConnectAsync();
        var prior = await CreateAsync(calls, "read:leak");

        Assert.Equal(prior, SampleCalls.Decode((await calls.ReadAsync(prior)).NewState));
    }

    [Fact]
    public async Task Read_Drift_IsReportedAndNoError()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ReadAsync(await CreateAsync(calls, "read:drift"));

        Answers.AssertClean(answer);
        Assert.Equal(String("drifted"), SampleCalls.Decode(answer.NewState).Attributes["text"]);
    }

    [Theory]
    [InlineData("fail", "Failed")]
    [InlineData("throw", "Unexpected failure in the provider")]
    [InlineData("null", "Unexpected failure in the provider")]
    public async Task Plan_Fails_SaysSo(string fault, string summary)
    {
        var calls = await sample.ConnectAsync();

        Assert.Equal(summary, Answers.ErrorOf(await calls.PlanAsync(Null, SampleCalls.WithFault($"plan:{fault}"))).Summary);
    }

    [Fact]
    public async Task PlanDestroy_Refused_SaysSo()
    {
        var calls = await sample.ConnectAsync();
        var prior = await CreateAsync(calls, "destroy:fail");

        Assert.Equal("Failed", Answers.ErrorOf(await calls.PlanAsync(prior, Null)).Summary);
    }

    [Theory]
    [InlineData("import:fail", "Failed")]
    [InlineData("import:throw", "Unexpected failure in the provider")]
    [InlineData("import:null", "Unexpected failure in the provider")]
    public async Task Import_Fails_AlwaysSaysSo(string id, string summary)
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.ImportAsync(id);

        Assert.Equal(summary, Answers.ErrorOf(answer).Summary);
        Assert.Empty(answer.ImportedResources);
    }

    [Theory]
    [InlineData("validate:report", "Reported")]
    [InlineData("validate:throw", "Unexpected failure in the provider")]
    public async Task Validate_Fails_SaysSo(string fault, string summary)
    {
        var calls = await sample.ConnectAsync();

        Assert.Equal(summary, Assert.Single(await calls.ValidateAsync(SampleCalls.WithFault(fault))).Summary);
    }

    [Fact]
    public async Task StopProvider_DuringAnApply_EndsItWithTheTrueStateAndNothingElse()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);
        var running = calls.ChangeAsync(Null, SampleCalls.WithFault("create:partly_hang"));

        // A stop that comes before the call has begun is none of its business: so it is repeated until the call ends.
        while (await Task.WhenAny(running, Task.Delay(20, TestContext.Current.CancellationToken)) != running)
        {
            await calls.Client.StopProviderAsync(new(), SampleCalls.Options);
        }

        var answer = await running;
        Assert.Equal("Operation interrupted", Answers.ErrorOf(answer).Summary);
        Assert.Equal(String("half done"), SampleCalls.Decode(answer.NewState).Attributes["text"]);
        Assert.Contains("\"partly\":\"yes\"", answer.Private.ToStringUtf8(), StringComparison.Ordinal);
        Answers.AssertClean(await calls.ChangeAsync(Null, SampleCalls.Config()));
    }

    private static async Task<TfValue> CreateAsync(SampleCalls calls, string? fault = null)
    {
        var config = fault is null ? SampleCalls.Config() : SampleCalls.WithFault(fault);
        return SampleCalls.Decode((await calls.ChangeAsync(Null, config)).NewState);
    }
}
