using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace RocketTfProvider.Commands.Permissions;

/// <summary>The permissions of a least role, each once, beside the rights of an account.</summary>
internal sealed class PermissionList(IEnumerable<PermissionNeed> needs, AccountRights? rights)
{
    private readonly ImmutableArray<(string Permission, string Steps, ImmutableArray<string> Endpoints)> _rows =
    [
        .. from need in needs
           group need by need.Permission into same
           orderby same.Key
           select (
               same.Key,
               string.Join("; ", same.Select(need => need.Step).Distinct()),
               same.Select(need => need.Endpoint).Distinct().ToImmutableArray()),
    ];

    public bool HasMissing => rights is not null && _rows.Any(row => !rights.Has(row.Permission));

    public void Write(Terminal terminal)
    {
        foreach (var (permission, steps, endpoints) in _rows)
        {
            terminal.WriteLine($"{permission}{(rights is null ? "" : rights.Has(permission) ? ": has" : ": LACKS")}");
            foreach (var line in Paragraph.Wrap($"{steps} ({string.Join(", ", endpoints)})", Terminal.Width - 4))
            {
                terminal.WriteLine($"    {line}");
            }
        }

        if (_rows.Length == 0)
        {
            terminal.WriteLine("Nothing needs a permission.");
        }

        if (rights is not null)
        {
            var missing = _rows.Count(row => !rights.Has(row.Permission));
            var verdict = missing == 0 ? "has all of them" : $"lacks {missing} of {_rows.Length}";
            terminal.WriteLine("");
            terminal.WriteLine($"The account {ForeignText.Clean(rights.Account.Username)} {verdict}.");
        }
    }

    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("permissions");
            foreach (var (permission, steps, endpoints) in _rows)
            {
                json.WriteStartObject();
                json.WriteString("permission", permission);
                json.WriteString("steps", steps);
                json.WriteStartArray("endpoints");
                foreach (var endpoint in endpoints)
                {
                    json.WriteStringValue(endpoint);
                }

                json.WriteEndArray();
                if (rights is not null)
                {
                    json.WriteBoolean("granted", rights.Has(permission));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
