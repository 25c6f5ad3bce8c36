using RocketTfProvider.Commands.Permissions;

namespace RocketTfProvider.Tests.Commands;

public sealed class PermissionTableTests
{
    [Fact]
    public void Table_HasEveryTypeOfTheProvider()
    {
        var provider = new RocketChatProvider(_ => null);

        Assert.Equal(Names(provider.Resources.Select(resource => resource.TypeName)), Names(PermissionTable.Resources.Keys));
        Assert.Equal(Names(provider.DataSources.Select(source => source.TypeName)), Names(PermissionTable.DataSources.Keys));
    }

    private static IEnumerable<string> Names(IEnumerable<string> types) => types.Order(StringComparer.Ordinal);
}
