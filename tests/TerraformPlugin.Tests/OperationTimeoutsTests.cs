using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests;

public sealed class OperationTimeoutsTests
{
    private static readonly OperationTimeouts Limits = new()
    {
        Create = TimeSpan.FromMinutes(1),
        Read = TimeSpan.FromMinutes(2),
        Update = TimeSpan.FromMinutes(3),
        Delete = TimeSpan.FromMinutes(4),
    };

    [Fact]
    public void For_NothingWritten_IsTheStandard()
    {
        TfValue[] holders = [TfValue.Null, TfValue.Unknown, Object(), Holder(TfValue.Null), Holder(TfValue.Unknown), Written(TfValue.Null)];
        foreach (var holder in holders)
        {
            Assert.Equal(Limits.Create, Limits.For(ResourceOperation.Create, holder));
            Assert.Equal(Limits.Read, Limits.For(ResourceOperation.Read, holder));
            Assert.Equal(Limits.Update, Limits.For(ResourceOperation.Update, holder));
            Assert.Equal(Limits.Delete, Limits.For(ResourceOperation.Delete, holder));
        }
    }

    [Fact]
    public void For_Written_IsThat()
    {
        var holder = Holder(Object(("create", String("1s")), ("read", String("2s")), ("update", String("3s")), ("delete", String("4s"))));

        Assert.Equal(TimeSpan.FromSeconds(1), Limits.For(ResourceOperation.Create, holder));
        Assert.Equal(TimeSpan.FromSeconds(2), Limits.For(ResourceOperation.Read, holder));
        Assert.Equal(TimeSpan.FromSeconds(3), Limits.For(ResourceOperation.Update, holder));
        Assert.Equal(TimeSpan.FromSeconds(4), Limits.For(ResourceOperation.Delete, holder));
    }

    // A state that nobody validated (edited by hand, say) must not make every operation fail.
    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("0s")]
    [InlineData("25h")]
    [InlineData("9999h")]
    public void For_WrittenNonsense_IsTheStandard(string text) =>
        Assert.Equal(Limits.Create, Limits.For(ResourceOperation.Create, Written(String(text))));

    [Fact]
    public void ToAttribute_SaysTheStandardsAndRefusesNonsense()
    {
        var attribute = Limits.ToAttribute();
        var schema = new Schema { Description = "A test.", Attributes = [attribute] };
        var diagnostics = new DiagnosticList();

        new ConfigCheck(diagnostics, writeOnlyAllowed: true).Run(schema, Written(String("never")));

        Assert.Equal(AttributePath.To("timeouts").Attribute("create"), Assert.Single(diagnostics).Path);
        Assert.Contains("`4m`", attribute.Nested!.Attributes.Single(a => a.Name == "delete").Description, StringComparison.Ordinal);
    }

    private static TfValue Holder(TfValue timeouts) => Object(("timeouts", timeouts));

    private static TfValue Written(TfValue create) =>
        Holder(Object(("create", create), ("read", TfValue.Null), ("update", TfValue.Unknown), ("delete", TfValue.Null)));
}
