using Acceptance.Running;

namespace Acceptance;

/// <summary>The provider dies in the middle of an apply: between any two of its calls.</summary>
public sealed class KilledProviderTests
{
    /// <summary>Owners with every CLI, the other resources with one.</summary>
    public static IEnumerable<TheoryDataRow<Toolchain, string>> Resources =>
        from resource in KillSteps.Resources
        from toolchain in resource.Contains("owner", StringComparison.Ordinal) ? Toolchain.All : [Toolchain.Shipped]
        select new TheoryDataRow<Toolchain, string>(toolchain, resource);

    [Theory, MemberData(nameof(Resources), DisableDiscoveryEnumeration = true)]
    public Task Apply_ProviderKilledAtEveryStep_Converges(Toolchain toolchain, string resource) =>
        KillSteps.AtEachAsync(toolchain, resource, apply => apply.KillProviders(toolchain.Provider.Binary));

    [Fact]
    public async Task EveryResource_IsKilled()
    {
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped, RoomOwnerTests.AliceOwnsGeneral);

        var schemas = (await fixture.Cli.ProviderSchemasAsync())["provider_schemas"]!.AsObject().Single().Value!["resource_schemas"]!;

        Assert.Equal(schemas.AsObject().Select(resource => resource.Key).Order(), KillSteps.Resources.Order());
    }
}
