using TerraformPlugin;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Functions;

/// <summary><c>record_name</c>: a full name as the editor of a zone expects it.</summary>
internal sealed class RecordNameFunction : Function
{
    private const string FullName = "fqdn";
    private const string Zone = "zone";

    public override string Name => "record_name";

    public override FunctionSignature Signature => field ??= new()
    {
        Summary = "Name of a record within its zone",
        Description = "Returns a full domain name without its zone, as most DNS hosts expect it: `_rocketchat._https.chat`. Returns `@` "
            + "for the zone itself.",
        Parameters =
        [
            new(FullName, TfType.String, "Full name, such as `_rocketchat._https.chat.example.org`."),
            new(Zone, TfType.String, "DNS zone that contains the name, such as `example.org`."),
        ],
        ReturnType = TfType.String,
    };

    protected override TfValue Call(ModelReader arguments)
    {
        var (name, zone) = (arguments.Domain(FullName), arguments.Domain(Zone));
        return TfValue.Of(name.RelativeTo(zone) ?? throw new FunctionException(
            Zone, $"`{name}` is not within the zone `{zone}`. Correct the zone or the name."));
    }
}
