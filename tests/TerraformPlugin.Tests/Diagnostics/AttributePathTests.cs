using TerraformPlugin.Diagnostics;

namespace TerraformPlugin.Tests.Diagnostics;

public sealed class AttributePathTests
{
    [Fact]
    public void ToString_EveryStep_ReadsAsInHcl() =>
        Assert.Equal(
            "gateway.urls[0].labels[\"a b\"].x",
            AttributePath.To("gateway").Attribute("urls").Element(0).Attribute("labels").Key("a b").Attribute("x").ToString());

    [Fact]
    public void ToString_Root_IsEmpty() => Assert.Equal("", AttributePath.Root.ToString());

    [Fact]
    public void Equals_SameSteps_AreEqual()
    {
        var path = AttributePath.To("a").Element(0);

        Assert.Equal(path, AttributePath.To("a").Element(0));
        Assert.Equal(path.GetHashCode(), AttributePath.To("a").Element(0).GetHashCode());
        Assert.NotEqual(path, AttributePath.To("a").Element(1));
        Assert.NotEqual(path, AttributePath.To("a").Key("0"));
        Assert.NotEqual(AttributePath.To("a").Key("0"), AttributePath.To("a").Attribute("0"));
        Assert.NotEqual(path, AttributePath.To("a"));
        Assert.False(path.Equals(null));
    }
}
