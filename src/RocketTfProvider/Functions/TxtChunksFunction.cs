using RocketChat.Federation.Records;
using TerraformPlugin;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Functions;

/// <summary><c>txt_chunks</c>: a text as the strings of one TXT record.</summary>
internal sealed class TxtChunksFunction : Function
{
    private const string Text = "text";

    public override string Name => "txt_chunks";

    public override FunctionSignature Signature => field ??= new()
    {
        Summary = "Text as the strings of a TXT record",
        Description = "Splits a text into strings of at most 255 bytes, which is the limit of a string in a TXT record. All strings belong "
            + "into the same record.",
        Parameters = [new(Text, TfType.String, "Text, such as a public key. No character is cut in two.")],
        ReturnType = TfType.List(TfType.String),
    };

    protected override TfValue Call(ModelReader arguments) =>
        TfValue.List(TxtStrings.Split(arguments.String(Text).Value).Select(TfValue.Of));
}
