using System.Collections.Immutable;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Problems;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The verdict on the records that exist, as computed attributes.</summary>
internal static class VerdictAttributes
{
    public static ImmutableArray<SchemaAttribute> All { get; } =
    [
        new("ok", TfType.Bool, AttributeUse.Computed)
        {
            Description = "Whether federation can work with the existing records: no problem has the severity `error`. Null unless "
                + "`verify` is `true`.",
        },
        new(
            "problems",
            new NestedAttributes(NestingMode.List,
            [
                String(
                    "code",
                    "Code of the problem, one of those [listed below](#problem-codes). Codes never change between versions of the "
                        + "provider."),
                String(
                    "severity",
                    "Severity of the problem. `error`: federation does not work, or only for some servers. `warning`: federation works "
                        + "anyway."),
                String("record", "Record that has the problem, as name and type."),
                String("expected", "Expected value; empty if there is none."),
                String("found", "Value that exists instead; empty if there is none."),
                String("hint", "Explanation of the problem and how to fix it."),
            ]),
            AttributeUse.Computed)
        {
            Description = "All problems, sorted. Null unless `verify` is `true`.",
        },
        new(
            "found",
            new NestedAttributes(NestingMode.Map,
            [
                String("name", "Name that was queried."),
                String("type", "Type that was queried."),
                new("values", TfType.List(TfType.String), AttributeUse.Computed)
                {
                    Description = "Values in zone-file form, sorted; empty if there is no record.",
                },
            ]),
            AttributeUse.Computed)
        {
            Description = "Existing records, with the keys of `records`. Null unless `verify` is `true`.",
        },
        new(
            "asked",
            new NestedAttributes(NestingMode.List,
            [
                String("name", "Name of the server, or its address if it has no name."),
                String("address", "Address and port of the server."),
                String("role", "Role of the server. `authoritative`: a name server of the zone. `resolver`: a recursive resolver."),
            ]),
            AttributeUse.Computed)
        {
            Description = "Name servers that were queried, sorted. Null unless `verify` is `true`.",
        },
        String("remark", "Note for a check that could not reach the zone's own servers and queried resolvers instead. Null otherwise."),
        new(
            "server_view",
            new NestedAttributes(NestingMode.Single,
            [
                String("srv", "SRV record that the server sees, in zone-file form; null if there is none."),
                String("txt", "TXT value that the server sees; null if there is none."),
                new("agrees", TfType.Bool, AttributeUse.Computed)
                {
                    Description = "Whether both match `records`; priority and weight are ignored.",
                },
            ]),
            AttributeUse.Computed)
        {
            Description = "Records that the workspace itself sees through its own resolver. Null if it was not asked (`ask_server`), or if "
                + "its version cannot answer (only 3.17 to 7.10 can).",
        },
    ];

    public static IEnumerable<KeyValuePair<string, TfValue>> ValuesOf(DnsVerdict verdict) =>
    [
        new("ok", TfValue.Of(verdict.Ok)),
        new("problems", TfValue.List(verdict.Problems.Select(ValueOf))),
        new("found", TfValue.Map(verdict.Found.Select(f => KeyValuePair.Create(f.Key, Object(
            ("name", TfValue.Of(f.Name)), ("type", TfValue.Of(f.Type)), ("values", TfValue.List(f.Values.Select(TfValue.Of)))))))),
        new("asked", TfValue.List(verdict.Asked.Select(a => Object(
            ("name", TfValue.Of(a.Name)), ("address", TfValue.Of(a.Address)), ("role", TfValue.Of(a.Role)))))),
        new("remark", TfValue.Of(verdict.Note)),
    ];

    private static TfValue ValueOf(DnsProblem problem) => Object(
        ("code", TfValue.Of(problem.Code)),
        ("severity", TfValue.Of(problem.Severity == ProblemSeverity.Error ? "error" : "warning")),
        ("record", TfValue.Of(problem.Record)),
        ("expected", TfValue.Of(problem.Expected)),
        ("found", TfValue.Of(problem.Found)),
        ("hint", TfValue.Of(problem.Hint)));

    private static TfValue Object(params (string Name, TfValue Value)[] attributes) =>
        TfValue.Object(attributes.Select(a => KeyValuePair.Create(a.Name, a.Value)));

    private static SchemaAttribute String(string name, string description) =>
        new(name, TfType.String, AttributeUse.Computed) { Description = description };
}
