using SampleProvider;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>The provider block, in a provider of its own, since the configuration stays.</summary>
public sealed class ConfigureProtocolTests
{
    private static readonly TfType Type = new SampleProviderPlugin().Schema.Type;

    [Fact]
    public async Task ValidateAndConfigure_Faults_AreErrorDiagnostics()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var client = new SampleCalls(plugin.Process.Connection.Invoker).Client;

        var space = await client.ValidateProviderConfigAsync(
            new() { Config = Config(String(" "), String("validate:throw")) }, SampleCalls.Options);
        Assert.Equal("greeting", Answers.ErrorOf(space).Attribute.Steps.Single().AttributeName);

        var thrown = await client.ValidateProviderConfigAsync(
            new() { Config = Config(TfValue.Null, String("validate:throw")) }, SampleCalls.Options);
        Assert.Equal("Unexpected failure in the provider", Answers.ErrorOf(thrown).Summary);

        foreach (var (fault, summary) in new[] { ("report", "Reported"), ("throw", "Unexpected failure in the provider") })
        {
            var refused = await client.ConfigureProviderAsync(
                new() { Config = Config(TfValue.Unknown, String($"configure:{fault}")) }, SampleCalls.Options);
            Assert.Equal(summary, Answers.ErrorOf(refused).Summary);
        }
    }

    [Fact]
    public async Task Configure_ValuesStillUnknown_IsNoError()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        var client = new SampleCalls(plugin.Process.Connection.Invoker).Client;
        var config = Config(TfValue.Unknown, TfValue.Unknown);

        Answers.AssertClean(await client.ValidateProviderConfigAsync(new() { Config = config }, SampleCalls.Options));
        Answers.AssertClean(await client.ConfigureProviderAsync(new() { Config = config }, SampleCalls.Options));
    }

    private static PluginClient.Protocol.V6.DynamicValue Config(TfValue greeting, TfValue fault) =>
        SampleCalls.Encode(Object(("greeting", greeting), ("fault", fault)), Type);
}
