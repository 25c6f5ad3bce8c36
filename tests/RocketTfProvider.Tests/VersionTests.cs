using System.Text.RegularExpressions;
using Acceptance.Running;

namespace RocketTfProvider.Tests;

/// <summary>The version has one place: the project's properties, or the tag of a release.</summary>
public sealed partial class VersionTests
{
    [Fact]
    public void Version_OfABuildThatIsNoRelease_SaysSo() => Assert.Equal(ProviderVersion.Text, $"{Repository.Version}-dev");

    [Fact]
    public async Task Constraint_InTheDocumentation_AllowsThisVersion()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "index.md"), TestContext.Current.CancellationToken);

        var constraint = Assert.Single(Constraint().Matches(page)).Groups[1].Value;

        Assert.Equal(Repository.Version[..Repository.Version.LastIndexOf('.')], constraint);
    }

    [GeneratedRegex(@"version = ""~> ([^""]+)""")]
    private static partial Regex Constraint();
}
