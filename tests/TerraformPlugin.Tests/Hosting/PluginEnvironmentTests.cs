using PluginClient;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class PluginEnvironmentTests
{
    [Fact]
    public void Read_Nothing_HasNoCookieAndDefaults()
    {
        var environment = PluginEnvironment.Read(_ => null);

        Assert.Equal(new PluginEnvironment(false, true, null, null, 10000, 25000, false), environment);
    }

    [Fact]
    public void Read_WhatACliSets_KnowsAll()
    {
        var environment = Read(
            (PluginProcess.Cookie.Key, PluginProcess.Cookie.Value),
            ("PLUGIN_PROTOCOL_VERSIONS", "5,6"),
            ("PLUGIN_CLIENT_CERT", "pem"),
            ("PLUGIN_UNIX_SOCKET_DIR", "/run/plugins"),
            ("PLUGIN_MIN_PORT", "11000"),
            ("PLUGIN_MAX_PORT", "12000"),
            ("PLUGIN_MULTIPLEX_GRPC", "true"));

        Assert.Equal(new PluginEnvironment(true, true, "pem", "/run/plugins", 11000, 12000, true), environment);
    }

    [Theory]
    [InlineData("5,6", true)]
    [InlineData("6,5", true)]
    [InlineData("6", true)]
    [InlineData("", true)]
    [InlineData("5", false)]
    [InlineData("5,16", false)]
    public void Read_Versions_LooksForOurs(string versions, bool offered) =>
        Assert.Equal(offered, Read(("PLUGIN_PROTOCOL_VERSIONS", versions)).OffersProtocol);

    [Fact]
    public void Read_WrongCookie_HasNone() => Assert.False(Read((PluginProcess.Cookie.Key, "1")).HasCookie);

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("70000")]
    [InlineData("-1")]
    public void Read_PortThatIsNone_TakesTheUsual(string port) => Assert.Equal(10000, Read(("PLUGIN_MIN_PORT", port)).MinPort);

    private static PluginEnvironment Read(params (string Name, string Value)[] variables) =>
        PluginEnvironment.Read(
            name => variables.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault());
}
