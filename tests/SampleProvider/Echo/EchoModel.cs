using System.Collections.Immutable;
using TerraformPlugin.Models;

namespace SampleProvider.Echo;

/// <summary>The attributes of <c>sample_echo</c>.</summary>
/// <param name="Text">The text to return.</param>
/// <param name="More">More to say.</param>
/// <param name="Fault">The fault to cause: an operation, a colon and the name of the fault.</param>
/// <param name="Greeting">The greeting of the provider block.</param>
/// <param name="Answer">The text, louder.</param>
public sealed record EchoModel(
    Tf<string> Text, Tf<ImmutableArray<string>> More, Tf<string> Fault, Tf<string> Greeting, Tf<string> Answer) : IModel<EchoModel>
{
    /// <inheritdoc/>
    public static EchoModel Read(ModelReader reader) => new(
        reader.String("text"), reader.Strings("more"), reader.String("fault"), reader.String("greeting"), reader.String("answer"));

    /// <inheritdoc/>
    public void Write(ModelWriter writer) => writer
        .String("text", Text).StringList("more", More).String("fault", Fault).String("greeting", Greeting).String("answer", Answer);
}
