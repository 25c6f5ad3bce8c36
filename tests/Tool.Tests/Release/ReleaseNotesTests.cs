using Tool.Release;

namespace Tool.Tests.Release;

/// <summary>The notes of a version, cut from the CHANGELOG.</summary>
public sealed class ReleaseNotesTests
{
    private const string Changelog = """
        # Changelog

        ## 0.1.10 (Unreleased)

        * ten

        ## 0.1.1 (December 1, 2026)

        BUG FIXES:

        * one

        ## 0.1.0

        * zero
        """;

    [Theory]
    [InlineData("0.1.10", "* ten\n")]
    [InlineData("0.1.1", "BUG FIXES:\n\n* one\n")]
    [InlineData("0.1.0", "* zero\n")]
    public void Of_Version_IsItsSection(string version, string expected) => Assert.Equal(expected, ReleaseNotes.Of(Changelog, version));

    [Fact]
    public void Of_VersionWithoutSection_IsRefused()
    {
        var failure = Assert.Throws<ReleaseException>(() => ReleaseNotes.Of(Changelog, "0.2.0"));

        Assert.Contains("no section \"## 0.2.0\"", failure.Message, StringComparison.Ordinal);
    }
}
