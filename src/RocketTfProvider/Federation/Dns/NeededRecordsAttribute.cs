using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The records that federation needs, as a computed attribute: a map whose keys never change.</summary>
internal static class NeededRecordsAttribute
{
    public static SchemaAttribute Of(string name) => new(
        name,
        new NestedAttributes(NestingMode.Map,
        [
            Text("type", "`SRV` or `TXT`."),
            Text("name", "The full name, without a dot at the end: `_rocketchat._https.chat.example.org`."),
            Text("absolute_name", "The full name with the dot at the end that makes it absolute in a zone file."),
            Text("relative_name", "The name without the zone, as most DNS hosts want it: `_rocketchat._https.chat`. `@` for the zone itself; null when `zone` is not set."),
            Text("value", "The value as a zone file has it: `1 1 443 chat.example.org.` with the dot, or the texts in quotes, cut at 255 characters: `\"…\" \"…\"`."),
            Text("value_without_dot", "The same without the dot at the end of an SRV record's target; the same as `value` for TXT."),
            Text("route53_value", "The value as `aws_route53_record` wants it: no dot, and for TXT `…\\\"\\\"…` without the outermost quotes, which that resource adds."),
            Text("zone_file_line", "The whole record as a line of a zone file, to copy and paste."),
            Number("ttl", "Seconds that others may remember the record."),
            Text("service", "SRV: the first label, such as `_rocketchat`; null for TXT."),
            Text("protocol", "SRV: the second label, such as `_https`; null for TXT."),
            Number("priority", "SRV: the priority; null for TXT."),
            Number("weight", "SRV: the weight; null for TXT."),
            Number("port", "SRV: the port; null for TXT."),
            Text("target", "SRV: the host, without a dot at the end; null for TXT."),
            Text("absolute_target", "SRV: the host, with the dot at the end; null for TXT."),
            Text("text", "TXT: the text in one piece; null for SRV."),
            new("chunks", TfType.List(TfType.String), AttributeUse.Computed)
            {
                Description = "TXT: the text cut into strings of at most 255 characters, all of the one record; null for SRV.",
            },
        ]),
        AttributeUse.Computed)
    {
        Description = "The records to create, keyed `srv` and `txt`, so that `for_each = data.….records` works at the first plan. Only `srv` for Matrix with "
            + "`delegation = \"srv\"`; empty for Matrix otherwise.",
    };

    public static TfValue ValueOf(IEnumerable<NeededRecord> records, DomainName? zone) =>
        TfValue.Map(records.Select(r => KeyValuePair.Create(r.Key, ValueOf(r, zone))));

    private static TfValue ValueOf(NeededRecord record, DomainName? zone)
    {
        var srv = record as NeededSrv;
        var txt = record as NeededTxt;
        return TfValue.Object(new Dictionary<string, TfValue>
        {
            ["type"] = TfValue.Of(record.Type),
            ["name"] = TfValue.Of(record.Name.Value),
            ["absolute_name"] = TfValue.Of(record.Name.Absolute),
            ["relative_name"] = TfValue.Of(zone is null ? null : record.Name.RelativeTo(zone)),
            ["value"] = TfValue.Of(record.Value),
            ["value_without_dot"] = TfValue.Of(srv?.ValueWithoutDot ?? record.Value),
            ["route53_value"] = TfValue.Of(record.Route53Value),
            ["zone_file_line"] = TfValue.Of(record.ZoneFileLine),
            ["ttl"] = TfValue.Of(record.Ttl),
            ["service"] = TfValue.Of(srv?.Service),
            ["protocol"] = TfValue.Of(srv?.Protocol),
            ["priority"] = Whole(srv?.Priority),
            ["weight"] = Whole(srv?.Weight),
            ["port"] = Whole(srv?.Port),
            ["target"] = TfValue.Of(srv?.Target.Value),
            ["absolute_target"] = TfValue.Of(srv?.Target.Absolute),
            ["text"] = TfValue.Of(txt?.Text),
            ["chunks"] = txt is null ? TfValue.Null : TfValue.List(txt.Chunks.Select(TfValue.Of)),
        });
    }

    private static TfValue Whole(int? number) => number is { } whole ? TfValue.Of(whole) : TfValue.Null;

    private static SchemaAttribute Text(string name, string description) => new(name, TfType.String, AttributeUse.Computed) { Description = description };

    private static SchemaAttribute Number(string name, string description) => new(name, TfType.Number, AttributeUse.Computed) { Description = description };
}
