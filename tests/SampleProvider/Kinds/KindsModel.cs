using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace SampleProvider.Kinds;

/// <summary>The attributes of <c>sample_kinds</c>: the simple ones as models hold them, the others as they are.</summary>
public sealed record KindsModel : IModel<KindsModel>
{
    private static readonly string[] RestNames =
        ["shape", "anything", "single", "items", "members", "sites", "zone", "report", "rule", "tag", "label", "place"];

    /// <summary>The name.</summary>
    public Tf<string> Id { get; init; }

    /// <summary>The name.</summary>
    public Tf<string> Name { get; init; }

    /// <summary>The fault to cause: an operation, a colon and the name of the fault.</summary>
    public Tf<string> Fault { get; init; }

    /// <summary>Any text.</summary>
    public Tf<string> Text { get; init; }

    /// <summary>Any number.</summary>
    public Tf<TfNumber> Number { get; init; }

    /// <summary>Any bool.</summary>
    public Tf<bool> Bool { get; init; }

    /// <summary>Any texts.</summary>
    public Tf<ImmutableArray<string>> List { get; init; }

    /// <summary>Any texts.</summary>
    public Tf<ImmutableArray<string>> Set { get; init; }

    /// <summary>Any texts.</summary>
    public Tf<ImmutableDictionary<string, string>> Map { get; init; }

    /// <summary>A text with a default.</summary>
    public Tf<string> Mode { get; init; }

    /// <summary>A number that may be computed.</summary>
    public Tf<TfNumber> Size { get; init; }

    /// <summary>A number that is computed.</summary>
    public Tf<TfNumber> Revision { get; init; }

    /// <summary>A secret.</summary>
    public Tf<string> Secret { get; init; }

    /// <summary>A secret that only a configuration has.</summary>
    public Tf<string> WriteOnlySecret { get; init; }

    /// <summary>The attributes and blocks that have others inside.</summary>
    public ImmutableDictionary<string, TfValue> Rest { get; init; } = RestNames.ToImmutableDictionary(name => name, _ => TfValue.Null);

    /// <inheritdoc/>
    public static KindsModel Read(ModelReader reader) => new()
    {
        Id = reader.String("id"),
        Name = reader.String("name"),
        Fault = reader.String("fault"),
        Text = reader.String("text"),
        Number = reader.Number("number"),
        Bool = reader.Bool("bool"),
        List = reader.Strings("list"),
        Set = reader.Strings("set"),
        Map = reader.StringMap("map"),
        Mode = reader.String("mode"),
        Size = reader.Number("size"),
        Revision = reader.Number("revision"),
        Secret = reader.String("secret"),
        WriteOnlySecret = reader.String("secret_wo"),
        Rest = RestNames.ToImmutableDictionary(name => name, reader.Raw),
    };

    /// <inheritdoc/>
    public void Write(ModelWriter writer)
    {
        writer.String("id", Id).String("name", Name).String("fault", Fault).String("text", Text).Number("number", Number)
            .Bool("bool", Bool).StringList("list", List).StringSet("set", Set).StringMap("map", Map).String("mode", Mode).Number(
                "size", Size)
            .Number("revision", Revision).String("secret", Secret).String("secret_wo", WriteOnlySecret);
        foreach (var (name, value) in Rest)
        {
            writer.Raw(name, value);
        }
    }
}
