using Tool.Compatibility;

namespace Tool.Tests.Compatibility;

/// <summary>The effect of a difference between two schemas on configurations that worked before.</summary>
public sealed class SchemaChangeTests
{
    private const string Thing = "resources/rocketchat_thing";

    [Theory]
    [InlineData("Optional: String", "Optional: String", nameof(ChangeKind.None))]
    [InlineData("Optional: String", "Optional: String, Sensitive", nameof(ChangeKind.Additive))]
    [InlineData("Optional: String", "Optional: String, Deprecated", nameof(ChangeKind.Additive))]
    [InlineData("Required: String", "Optional: String", nameof(ChangeKind.Additive))]
    [InlineData("Read-Only: String", "Optional: String", nameof(ChangeKind.Additive))]
    [InlineData("Optional: String", "Required: String", nameof(ChangeKind.Breaking))]
    [InlineData("Optional: String", "Read-Only: String", nameof(ChangeKind.Breaking))]
    [InlineData("Optional: String", "Optional: Number", nameof(ChangeKind.Breaking))]
    [InlineData("Optional: String", null, nameof(ChangeKind.Breaking))]
    [InlineData(null, "Optional: String", nameof(ChangeKind.Additive))]
    [InlineData(null, "Required: String", nameof(ChangeKind.Breaking))]
    public void Between_OneAttribute_SaysWhatItDoesToAConfiguration(string? before, string? after, string expected)
    {
        var changes = SchemaChange.Between(Snapshot(before), Snapshot(after));

        Assert.Equal(
            Enum.Parse<ChangeKind>(expected), changes.Select(change => change.Kind).DefaultIfEmpty(ChangeKind.None).Max());
    }

    [Fact]
    public void Between_NewResourceWithARequiredAttribute_IsAdditive()
    {
        var nothing = new SchemaSnapshot("1.0.0", new Dictionary<string, string>());

        Assert.All(
            SchemaChange.Between(nothing, Snapshot("Required: String")), change => Assert.Equal(ChangeKind.Additive, change.Kind));
    }

    private static SchemaSnapshot Snapshot(string? name)
    {
        var entries = new Dictionary<string, string> { [Thing] = "" };
        if (name is not null)
        {
            entries[$"{Thing}/name"] = name;
        }

        return new SchemaSnapshot("1.0.0", entries);
    }
}
