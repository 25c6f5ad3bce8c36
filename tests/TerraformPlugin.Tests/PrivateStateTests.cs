using System.Text;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests;

public sealed class PrivateStateTests
{
    [Fact]
    public void Encode_Entries_ComeBack()
    {
        var state = new PrivateState();
        state.Set("b", "\u00E9\U0001F600\"\\\n");
        state.Set("a", "");

        var read = PrivateState.Decode(state.Encode());

        Assert.True(read.TryGet("b", out var text));
        Assert.Equal("\u00E9\U0001F600\"\\\n", text);
        Assert.True(read.TryGet("a", out text));
        Assert.Equal("", text);
        Assert.False(read.TryGet("c", out _));
    }

    [Fact]
    public void Encode_SameEntries_GiveTheSameBytesInAnyOrder()
    {
        var (one, other) = (new PrivateState(), new PrivateState());
        one.Set("a", "1");
        one.Set("b", "2");
        other.Set("b", "2");
        other.Set("a", "1");

        Assert.Equal(one.Encode(), other.Encode());
    }

    [Fact]
    public void Encode_NothingLeft_IsEmpty()
    {
        var state = PrivateState.Decode("""{"a":"1"}"""u8.ToArray());

        state.Set("a", null);

        Assert.Empty(state.Encode());
        Assert.False(PrivateState.Decode(ReadOnlyMemory<byte>.Empty).TryGet("a", out _));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"a":7}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":"a"}""")]
    [InlineData("\0\u0001")]
    public void Decode_ForeignBytes_AreRefusedWithoutTheirContent(string text)
    {
        var error = Assert.Throws<TfDecodeException>(() => PrivateState.Decode(Encoding.UTF8.GetBytes(text)));

        Assert.Equal("the private state was not written by this provider", error.Message);
    }
}
