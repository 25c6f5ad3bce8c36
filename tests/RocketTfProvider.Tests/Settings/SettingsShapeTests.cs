using RocketTfProvider.Settings;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>The form of nested objects in values that say nothing of them.</summary>
public sealed class SettingsShapeTests
{
    private static readonly SchemaAttribute[] Attributes =
    [
        Text("plain", AttributeUse.OptionalComputed),
        Nested(
            "shown",
            NestingMode.Single,
            AttributeUse.OptionalComputed,
            Text("key", AttributeUse.OptionalComputed),
            Text("secret", AttributeUse.Optional),
            Nested("inner", NestingMode.Single, AttributeUse.Optional, Text("key", AttributeUse.Optional))),
        Nested("given", NestingMode.Single, AttributeUse.Optional, Text("key", AttributeUse.Optional)),
        Nested("list", NestingMode.List, AttributeUse.Optional, Text("key", AttributeUse.Optional)),
    ];

    private static TfValue Null => TfValue.Null;

    [Fact]
    public void Empty_WritesOutTheObjectsThatTheServerFills() => Assert.Equal(
        Object(Null, Shown(Null, Null, Null), Null, Null), SettingsShape.Empty(Attributes));

    [Fact]
    public void WithoutEmptyObjects_LeavesOutThoseThatOnlyTheConfigurationGives()
    {
        var list = TfValue.List([Key(Null)]);

        Assert.Equal(
            Object(TfValue.Of("a"), Shown(Null, Null, Null), Null, list),
            SettingsShape.WithoutEmptyObjects(Object(TfValue.Of("a"), Shown(Null, Null, Key(Null)), Key(Null), list), Attributes));
        Assert.Equal(
            Object(Null, Shown(Null, Null, Key(TfValue.Of("x"))), Key(TfValue.Of("y")), Null),
            SettingsShape.WithoutEmptyObjects(
                Object(Null, Shown(Null, Null, Key(TfValue.Of("x"))), Key(TfValue.Of("y")), Null), Attributes));
        Assert.Equal(
            Object(Null, TfValue.Unknown, Null, Null),
            SettingsShape.WithoutEmptyObjects(Object(Null, TfValue.Unknown, Null, Null), Attributes));
    }

    [Fact]
    public void WithoutEmptyObjects_KeepsTheEmptyPlacesOfAnObjectThatSaysSomething()
    {
        SchemaAttribute[] attributes =
        [
            Nested("given", NestingMode.Single, AttributeUse.Optional, Text("a", AttributeUse.Optional), Text("b", AttributeUse.Optional)),
        ];
        var value = TfValue.Object([new("given", TfValue.Object([new("a", Null), new("b", TfValue.Of("x"))]))]);

        Assert.Equal(value, SettingsShape.WithoutEmptyObjects(value, attributes));
    }

    [Fact]
    public void Expand_WritesOutWhatIsUnknownAsAWhole()
    {
        Assert.Equal(
            Object(TfValue.Unknown, Shown(TfValue.Unknown, Null, Null), TfValue.Unknown, TfValue.Unknown),
            SettingsShape.Expand(Object(TfValue.Unknown, TfValue.Unknown, TfValue.Unknown, TfValue.Unknown), Attributes));
        Assert.Equal(
            Object(TfValue.Of("a"), Shown(TfValue.Of("b"), Null, Key(TfValue.Of("c"))), Null, Null),
            SettingsShape.Expand(
                Object(TfValue.Of("a"), Shown(TfValue.Of("b"), Null, Key(TfValue.Of("c"))), Null, Null), Attributes));
        Assert.Equal(Object(Null, Null, Null, Null), SettingsShape.Expand(Object(Null, Null, Null, Null), Attributes));
    }

    private static SchemaAttribute Text(string name, AttributeUse use) => new(name, TfType.String, use) { Description = "Text." };

    private static SchemaAttribute Nested(string name, NestingMode mode, AttributeUse use, params SchemaAttribute[] inner) =>
        new(name, new NestedAttributes(mode, [.. inner]), use) { Description = "Object." };

    private static TfValue Object(TfValue plain, TfValue shown, TfValue given, TfValue list) => TfValue.Object(
    [
        KeyValuePair.Create("plain", plain),
        KeyValuePair.Create("shown", shown),
        KeyValuePair.Create("given", given),
        KeyValuePair.Create("list", list),
    ]);

    private static TfValue Shown(TfValue key, TfValue secret, TfValue inner) => TfValue.Object(
        [KeyValuePair.Create("key", key), KeyValuePair.Create("secret", secret), KeyValuePair.Create("inner", inner)]);

    private static TfValue Key(TfValue key) => TfValue.Object([KeyValuePair.Create("key", key)]);
}
