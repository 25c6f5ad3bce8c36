using System.Text.RegularExpressions;
using RocketTfProvider.Commands.Export;

namespace RocketTfProvider.Tests.Commands;

public sealed partial class ResourceNamesTests
{
    [Theory]
    [InlineData("general", "general")]
    [InlineData("Équipe-03 & Co.", "equipe_03_co")]
    [InlineData("Message_MaxAllowedSize", "message_max_allowed_size")]
    [InlineData("FileUpload_S3_AWSAccessKeyId", "file_upload_s3_aws_access_key_id")]
    [InlineData("2026 planning", "room_2026_planning")]
    [InlineData("東京", "room_ID1")]
    [InlineData("\n*/\u202E\"${x}", "x")]
    [InlineData("", "room_ID1")]
    public void Of_OneThing_ReadsAsItsName(string name, string expected) =>
        Assert.Equal(expected, ResourceNames.Of([("ID1", name)], "room")["ID1"]);

    [Fact]
    public void Of_EqualNames_AddsTheIds()
    {
        var names = ResourceNames.Of([("a1", "Board"), ("b2", "board"), ("c3", "board_a1"), ("d.4", "東"), ("d-4", "西")], "room");

        Assert.Equal(names.Count, names.Values.Distinct().Count());
        Assert.Equal("board_a1", names["a1"]);
        Assert.Equal("board_b2", names["b2"]);
        Assert.All(names.Values, name => Assert.Matches(Identifier(), name));
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Identifier();
}
