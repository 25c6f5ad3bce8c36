using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Values;

/// <summary>Short names, so that a table of values reads as a table.</summary>
internal static class Shorthand
{
    public static TfValue String(string text) => TfValue.Of(text);

    public static TfValue Number(string text) => TfValue.Of(TfNumber.Parse(text));

    public static TfValue Map(params (string Key, TfValue Value)[] entries) =>
        TfValue.Map(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));

    public static TfValue Object(params (string Name, TfValue Value)[] attributes) =>
        TfValue.Object(attributes.Select(a => KeyValuePair.Create(a.Name, a.Value)));

    public static TfType ObjectType(params (string Name, TfType Type)[] attributes) =>
        TfType.Object(attributes.Select(a => KeyValuePair.Create(a.Name, a.Type)));
}
