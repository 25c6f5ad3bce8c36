using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Models;

public sealed class ModelTests
{
    private static readonly ImmutableArray<string> Ab = ["a", "b"];

    public static TheoryData<string> Kinds => ["text", "bool", "number", "list", "set", "map", "nested"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadAndWrite_ThreeStates_ComeBack(string kind)
    {
        foreach (var value in new[] { TfValue.Null, TfValue.Unknown, Known(kind) })
        {
            Assert.Equal(Object(("a", value)), RoundTrip(kind, value));
        }
    }

    [Fact]
    public void Read_NullUnknownAndKnown_AreToldApart()
    {
        var reader = new ModelReader(Object(("null", TfValue.Null), ("unknown", TfValue.Unknown), ("known", String(""))));

        Assert.True(reader.String("null") is { IsNull: true, IsUnknown: false, IsPresent: false });
        Assert.True(reader.String("unknown") is { IsNull: false, IsUnknown: true, IsPresent: false });
        Assert.True(reader.String("known") is { IsNull: false, IsUnknown: false, IsPresent: true, Value: "" });
    }

    [Fact]
    public void Texts_ElementsThatAreNotKnown_CountAsTheWholeOrNotAtAll()
    {
        var reader = new ModelReader(Object(
            ("unknown", TfValue.List([String("a"), TfValue.Unknown])), ("null", TfValue.List([String("a"), TfValue.Null])),
            ("unknown_map", Map(("k", TfValue.Unknown))), ("null_map", Map(("k", TfValue.Null), ("l", String("x"))))));

        Assert.True(reader.Strings("unknown").IsUnknown);
        Assert.Equal(["a"], reader.Strings("null").Value);
        Assert.True(reader.StringMap("unknown_map").IsUnknown);
        Assert.Equal(["l"], reader.StringMap("null_map").Value.Keys);
    }

    [Fact]
    public void Read_NameThatTheSchemaLacks_IsAnErrorOfTheAuthor() =>
        Assert.Contains(
            "`b`", Assert.Throws<InvalidOperationException>(() => new ModelReader(Object()).String("b")).Message, StringComparison.Ordinal);

    [Fact]
    public void Value_NotKnown_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => Tf<string>.Null.Value);
        Assert.Throws<InvalidOperationException>(() => Tf<string>.Unknown.Value);
        Assert.Equal("x", Tf<string>.Unknown.Or("x"));
        Assert.False(Tf<bool>.Null.TryGet(out _));
    }

    [Fact]
    public void Equals_StateAndValue_BothCount()
    {
        Tf<bool> no = false;

        Assert.NotEqual(Tf<bool>.Null, no);
        Assert.NotEqual(Tf<bool>.Null, Tf<bool>.Unknown);
        Assert.NotEqual(Tf<bool>.Unknown, no);
        Assert.True(no == false);
        Assert.True(no != true);
        Assert.Equal(default, Tf<string>.Null);
        Assert.True(((Tf<string>)(string?)null).IsNull);
    }

    [Fact]
    public void ToString_OfAnyState_HidesTheContent() => Assert.Equal("(known)", ((Tf<string>)"hunter2").ToString());

    private static TfValue Known(string kind) => kind switch
    {
        "text" => String(""),
        "bool" => TfValue.False,
        "number" => Number("0.1"),
        "list" => TfValue.List(Ab.Select(TfValue.Of)),
        "set" => TfValue.Set(Ab.Select(TfValue.Of)),
        "map" => Map(("k", String("v"))),
        _ => Object(("inner", String("x"))),
    };

    private static TfValue RoundTrip(string kind, TfValue value)
    {
        var (reader, writer) = (new ModelReader(Object(("a", value))), new ModelWriter());
        _ = kind switch
        {
            "text" => writer.String("a", reader.String("a")),
            "bool" => writer.Bool("a", reader.Bool("a")),
            "number" => writer.Number("a", reader.Number("a")),
            "list" => writer.StringList("a", reader.Strings("a")),
            "set" => writer.StringSet("a", reader.Strings("a")),
            "map" => writer.StringMap("a", reader.StringMap("a")),
            _ => writer.Nested("a", reader.Nested<Inner>("a")),
        };
        return writer.ToValue();
    }

    private sealed record Inner(Tf<string> Text) : IModel<Inner>
    {
        public static Inner Read(ModelReader reader) => new(reader.String("inner"));

        public void Write(ModelWriter writer) => writer.String("inner", Text);
    }
}
