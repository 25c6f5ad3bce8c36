using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.MalformedCalls;

/// <summary>Values for a schema that nobody thought about, some of them sound.</summary>
/// <param name="schema">The schema.</param>
/// <param name="keys">The attributes that no state lacks.</param>
internal sealed class Guesses(Schema schema, IReadOnlyCollection<string> keys)
{
    private static readonly string[] Texts = ["GENERAL", "chat.example.org", "https://chat.example.org", "10s", "https", "matrix"];

    private static readonly string License = LicenseText.Of("guess", "2099-01-31T00:00:00.000Z", "federation");

    // Where nothing but a name tells what is meant.
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["user_id"] = DefaultSeed.AdminId,
        ["username"] = DefaultSeed.AdminUsername,
        ["setting_id"] = "Site_Name",
        ["license"] = License,
        ["license_wo"] = License,
    };

    /// <summary>Possible configurations: every attribute, only the required ones, none, and empty strings.</summary>
    public IReadOnlyList<TfValue> Configs =>
        [Config, Object(a => a.Use == AttributeUse.Required ? Of(a) : TfValue.Null), Nulls, Empty(Config)];

    /// <summary>Possible states and plans: every attribute, only the required ones, none, and empty strings.</summary>
    public IReadOnlyList<TfValue> States => [State, Object(a => keys.Contains(a.Name) ? Of(a) : TfValue.Null), Nulls, Empty(State)];

    /// <summary>Everything that the user can write.</summary>
    public TfValue Config => Object(a => a.Use == AttributeUse.Computed ? TfValue.Null : Of(a));

    /// <summary>Everything.</summary>
    public TfValue State => Object(Of);

    private TfValue Nulls => Object(_ => TfValue.Null);

    /// <summary>A value that the attribute takes; null if none is known.</summary>
    public static TfValue Of(SchemaAttribute attribute) =>
        attribute.Default ?? Candidates(attribute).FirstOrDefault(value => Takes(attribute, value)) ?? TfValue.Null;

    private static IEnumerable<TfValue> Candidates(SchemaAttribute attribute) => attribute.Type.Kind switch
    {
        TfTypeKind.String => Texts.Prepend(Named.GetValueOrDefault(attribute.Name, Texts[0])).Select(TfValue.Of),
        TfTypeKind.Number => [TfValue.Of(1)],
        TfTypeKind.Bool => [attribute.Use == AttributeUse.Required ? TfValue.True : TfValue.False],
        TfTypeKind.List => [TfValue.List([])],
        TfTypeKind.Set when attribute.Name == "user_ids" => [TfValue.Set([TfValue.Of(DefaultSeed.AdminId)])],
        TfTypeKind.Set => [TfValue.Set([])],
        TfTypeKind.Map => [TfValue.Map([])],
        TfTypeKind.Dynamic => [TfValue.Dynamic(TfType.String, TfValue.Of("Chat"))],
        _ => [],
    };

    private static bool Takes(SchemaAttribute attribute, TfValue value)
    {
        var found = new DiagnosticList();
        foreach (var validator in attribute.Validators)
        {
            validator(value, AttributePath.To(attribute.Name), found);
        }

        return !found.HasErrors;
    }

    private static TfValue Empty(TfValue value) => TfValue.Object(
        value.Attributes.Select(a => KeyValuePair.Create(a.Key, a.Value.Kind == TfValueKind.String ? TfValue.Of("") : a.Value)));

    private TfValue Object(Func<SchemaAttribute, TfValue> choose) =>
        TfValue.Object(schema.Attributes.Select(a => KeyValuePair.Create(a.Name, choose(a))));
}
