using System.Text.RegularExpressions;
using Acceptance.Running;
using RocketTfProvider.Commands.Permissions;

namespace RocketTfProvider.Tests.Commands;

public sealed partial class PermissionTableTests
{
    [Fact]
    public void Table_HasEveryTypeOfTheProvider()
    {
        var provider = new RocketChatProvider(_ => null);

        Assert.Equal(Names(provider.Resources.Select(resource => resource.TypeName)), Names(PermissionTable.Resources.Keys));
        Assert.Equal(Names(provider.DataSources.Select(source => source.TypeName)), Names(PermissionTable.DataSources.Keys));
    }

    [Fact]
    public void Page_ShowsThePermissionsOfEveryResource()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "templates/guides/least-privilege.md.tmpl"));
        var shown = from row in Row().Matches(page)
                    from type in Name().Matches(row.Groups[1].Value)
                    select $"{type.Groups[1].Value}: {Sorted(Name().Matches(row.Groups[2].Value).Select(name => name.Groups[1].Value))}";
        var needed = PermissionTable.Resources.Select(type => $"{type.Key}: {Sorted(type.Value.Select(need => need.Permission))}");

        Assert.Equal(Names(needed), Names(shown));
    }

    private static string Sorted(IEnumerable<string> permissions) => string.Join(", ", Names(permissions));

    private static IEnumerable<string> Names(IEnumerable<string> types) => types.Order(StringComparer.Ordinal);

    // A line of the table "Permissions of each type".
    [GeneratedRegex(@"^\| (`rocketchat_[^|]*) \| ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
