using System.Text;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Execution;

public sealed class StateUpgradeTests
{
    private static readonly StubResource Resource = new(
        new Schema
        {
            Version = 2,
            Description = "A test.",
            Attributes = [Optional("a"), Nested("n", NestingMode.List, AttributeUse.Optional, Optional("b"), WriteOnly("c"))],
            Blocks =
            [
                Block("list", NestingMode.List, Optional("x")), Block("set", NestingMode.Set, Optional("x")),
                Block("map", NestingMode.Map, Optional("x")), Block("single", NestingMode.Single, Optional("x")),
            ],
        },
        new Dictionary<long, StateUpgrader>
        {
            [1] = new(
                ObjectType(("old", TfType.Number)),
                value => CurrentState(String($"{value.Attributes["old"].Number}!"), TfValue.Null)),
        });

    [Fact]
    public void Run_SameVersion_Decodes() =>
        Assert.Equal(
            CurrentState(String("x"), TfValue.List([Object(("b", String("y")), ("c", TfValue.Null))])),
            Run(2, """{ "a": "x", "n": [ { "b": "y", "c": null } ], "list": [], "set": [], "map": {}, "single": null }"""));

    [Fact]
    public void Run_AttributesAddedSince_AreNullAndBlocksEmpty()
    {
        var state = Run(2, "{}");

        Assert.Equal(CurrentState(TfValue.Null, TfValue.Null), state);
        Assert.Equal(TfValueKind.List, state.Attributes["list"].Kind);
    }

    [Fact]
    public void Run_AttributeAddedInsideSince_IsNull() =>
        Assert.Equal(
            CurrentState(TfValue.Null, TfValue.List([Object(("b", TfValue.Null), ("c", TfValue.Null))])),
            Run(2, """{ "n": [ {} ] }"""));

    [Fact]
    public void Run_AttributesGoneSince_AreDropped() =>
        Assert.Equal(CurrentState(String("x"), TfValue.Null), Run(2, """{ "a": "x", "gone": { "deep": [1, 2] }, "n": null }"""));

    [Fact]
    public void Run_OlderVersion_TakesItsUpgrader() =>
        Assert.Equal(CurrentState(String("7!"), TfValue.Null), Run(1, """{ "old": 7, "gone": true }"""));

    [Theory]
    [InlineData(3, "newer provider")]
    [InlineData(0, "no way to upgrade")]
    [InlineData(-1, "no way to upgrade")]
    public void Run_VersionThatNobodyReads_SaysWhatToDo(long version, string words)
    {
        var error = Refusal(version, "{}");

        Assert.Equal("Unsupported state version", error.Summary);
        Assert.Contains(words, error.Detail, StringComparison.Ordinal);
        Assert.Contains("The state was not changed.", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{ "a": ["hunter2"] }""")]
    [InlineData("""{ "n": "hunter2" }""")]
    [InlineData("""{ "a": "x" } hunter2""")]
    public void Run_Garbage_IsRefusedWithoutItsContent(string json)
    {
        foreach (var version in new[] { 1, 2 })
        {
            // Version 1 had other attributes: what is garbage for today's may be fine there.
            if (version == 1 && json.Contains('{', StringComparison.Ordinal) && json.EndsWith('}'))
            {
                continue;
            }

            var error = Refusal(version, json);
            Assert.Equal("Unreadable state", error.Summary);
            Assert.DoesNotContain("hunter2", error.Detail, StringComparison.Ordinal);
        }
    }

    private static TfValue Run(long version, string json) => StateUpgrade.Run(Resource, version, Encoding.UTF8.GetBytes(json));

    private static Diagnostic Refusal(long version, string json) => Assert.Throws<DiagnosticException>(() => Run(version, json)).Diagnostic;

    private static TfValue CurrentState(TfValue a, TfValue n) => Object(
        ("a", a), ("n", n), ("list", TfValue.List([])), ("set", TfValue.Set([])), ("map", Map()), ("single", TfValue.Null));
}
