using TerraformPlugin.Diagnostics;
using TerraformPlugin.Protocol;

namespace TerraformPlugin.Tests.Protocol;

public sealed class WireDiagnosticsTests
{
    public static TheoryData<AttributePath, string> Paths => new()
    {
        { AttributePath.To("a"), "a" },
        { AttributePath.To("a").Attribute("b"), "a" },
        { AttributePath.To("a").Attribute("b").Element(1).Attribute("c"), "a" },
        { AttributePath.To("rule").Element(0).Attribute("key"), "rule/0/key" },
        { AttributePath.To("rule").Element(0).Attribute("key").Attribute("deep"), "rule/0/key" },
        { AttributePath.To("labels").Key("x"), "labels/x" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Encode_PathOfADiagnostic_EndsWhereEveryCliCanFollow(AttributePath path, string expected)
    {
        var encoded = Assert.Single(WireDiagnostics.Encode([Diagnostic.Error("Bad", "It is bad.", path)]));

        Assert.Equal(expected, string.Join('/', encoded.Attribute.Steps.Select(
            step => step.AttributeName.Length > 0 ? step.AttributeName
                : step.ElementKeyString.Length > 0 ? step.ElementKeyString
                : $"{step.ElementKeyInt}")));
    }

    [Fact]
    public void Encode_PathToReplace_IsWhole() =>
        Assert.Equal(2, WireDiagnostics.Encode(AttributePath.To("a").Attribute("b")).Steps.Count);
}
