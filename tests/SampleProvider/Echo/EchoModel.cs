using System.Collections.Immutable;
using TerraformPlugin.Models;

namespace SampleProvider.Echo;

/// <summary>The attributes of <c>sample_echo</c>.</summary>
/// <param name="Text">What to say.</param>
/// <param name="Words">More to say.</param>
/// <param name="Behaviour">What shall go wrong.</param>
/// <param name="Greeting">What the provider block says.</param>
/// <param name="Answer">The text, louder.</param>
public sealed record EchoModel(
    Tf<string> Text, Tf<ImmutableArray<string>> Words, Tf<string> Behaviour, Tf<string> Greeting, Tf<string> Answer) : IModel<EchoModel>
{
    /// <inheritdoc/>
    public static EchoModel Read(ModelReader reader) => new(
        reader.String("text"), reader.Strings("words"), reader.String("behaviour"), reader.String("greeting"), reader.String("answer"));

    /// <inheritdoc/>
    public void Write(ModelWriter writer) => writer
        .String("text", Text).StringList("words", Words).String("behaviour", Behaviour).String("greeting", Greeting).String("answer", Answer);
}
