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
            String("type", "Type of the record: `SRV` or `TXT`."),
            String("name", "Full name, without a trailing dot: `_rocketchat._https.chat.example.org`."),
            String("absolute_name", "Full name with a trailing dot, which makes it absolute in a zone file."),
            String(
                "relative_name",
                "Name without the zone, as most DNS hosts expect it: `_rocketchat._https.chat`. `@` for the zone itself; null if `zone` is "
                    + "not set."),
            String(
                "value",
                "Value in zone-file form: `1 1 443 chat.example.org.` with the trailing dot, or quoted strings of at most 255 characters: "
                    + "`\"…\" \"…\"`."),
            String(
                "value_without_dot", "Same as `value`, but without the trailing dot of an SRV record's target; equal to `value` for TXT."),
            String(
                "route53_value",
                "Value as `aws_route53_record` expects it: no trailing dot, and for TXT `…\\\"\\\"…` without the outermost quotes, which "
                    + "that resource adds."),
            String("zone_file_line", "Complete record as a line of a zone file, to copy and paste."),
            Number("ttl", "Time to live of the record, in seconds."),
            String("service", "SRV: first label, such as `_rocketchat`; null for TXT."),
            String("protocol", "SRV: second label, such as `_https`; null for TXT."),
            Number("priority", "SRV: priority; null for TXT."),
            Number("weight", "SRV: weight; null for TXT."),
            Number("port", "SRV: port; null for TXT."),
            String("target", "SRV: host, without a trailing dot; null for TXT."),
            String("absolute_target", "SRV: host, with a trailing dot; null for TXT."),
            String("text", "TXT: value as one string; null for SRV."),
            new("chunks", TfType.List(TfType.String), AttributeUse.Computed)
            {
                Description = "TXT: value split into strings of at most 255 characters, all in the same record; null for SRV.",
            },
        ]),
        AttributeUse.Computed)
    {
        Description = "Records to create, with the keys `srv` and `txt`, so that `for_each = data.….records` works in the first plan. "
            + "Only `srv` for Matrix with `delegation = \"srv\"`; empty for Matrix otherwise.",
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
            ["priority"] = Integer(srv?.Priority),
            ["weight"] = Integer(srv?.Weight),
            ["port"] = Integer(srv?.Port),
            ["target"] = TfValue.Of(srv?.Target.Value),
            ["absolute_target"] = TfValue.Of(srv?.Target.Absolute),
            ["text"] = TfValue.Of(txt?.Text),
            ["chunks"] = txt is null ? TfValue.Null : TfValue.List(txt.Chunks.Select(TfValue.Of)),
        });
    }

    private static TfValue Integer(int? number) => number is { } whole ? TfValue.Of(whole) : TfValue.Null;

    private static SchemaAttribute String(string name, string description) =>
        new(name, TfType.String, AttributeUse.Computed) { Description = description };

    private static SchemaAttribute Number(string name, string description) =>
        new(name, TfType.Number, AttributeUse.Computed) { Description = description };
}
