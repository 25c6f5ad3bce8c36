using System.Globalization;
using System.Text;

namespace TerraformPlugin.Rpc;

/// <summary>The text of a status as a header carries it. Source: grpc/grpc, <c>doc/PROTOCOL-HTTP2.md</c>, Status-Message.</summary>
internal static class StatusText
{
    /// <summary>Writes as <c>%XX</c> each byte of the text's UTF-8 that is no printable ASCII, and the percent sign.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (unit is >= (byte)' ' and <= (byte)'~' and not (byte)'%')
            {
                encoded.Append((char)unit);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
            }
        }

        return encoded.ToString();
    }
}
