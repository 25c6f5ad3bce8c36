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
            Description = "Whether federation can work with the records that exist: no problem is an error. Null unless `verify` is true.",
        },
        new(
            "problems",
            new NestedAttributes(NestingMode.List,
            [
                Text("code", "What kind of problem; one of those [listed below](#problem-codes). Never changes between versions of the provider."),
                Text("severity", "`error`: federation does not work, or only for some. `warning`: it works all the same."),
                Text("record", "The record concerned, as name and type."),
                Text("expected", "What should be there; empty when nothing can be said."),
                Text("found", "What is there instead; empty for nothing."),
                Text("hint", "What went wrong and what to do."),
            ]),
            AttributeUse.Computed)
        {
            Description = "Everything that is wrong, sorted. Null unless `verify` is true.",
        },
        new(
            "found",
            new NestedAttributes(NestingMode.Map,
            [
                Text("name", "The name that was asked for."),
                Text("type", "The type that was asked for."),
                new("values", TfType.List(TfType.String), AttributeUse.Computed) { Description = "The values in zone-file form, sorted; empty when there is no record." },
            ]),
            AttributeUse.Computed)
        {
            Description = "What exists, with the keys of `records`. Null unless `verify` is true.",
        },
        new(
            "asked",
            new NestedAttributes(NestingMode.List,
            [
                Text("name", "The server's name, or its address when it has none."),
                Text("address", "Address and port."),
                Text("role", "`authoritative`: one of the zone's own servers. `resolver`: one that looks up for others."),
            ]),
            AttributeUse.Computed)
        {
            Description = "The name servers that were asked, sorted. Null unless `verify` is true.",
        },
        Text("remark", "How the verdict was found, when not in the usual way: that the zone's own servers could not be reached and resolvers were asked. Null otherwise."),
        new(
            "server_view",
            new NestedAttributes(NestingMode.Single,
            [
                Text("srv", "The SRV record that the server sees, in zone-file form; null for none."),
                Text("txt", "The text that the server sees; null for none."),
                new("agrees", TfType.Bool, AttributeUse.Computed) { Description = "Whether that is what `records` says." },
            ]),
            AttributeUse.Computed)
        {
            Description = "What the workspace itself sees with its own resolver. Null when it was not asked (`ask_server`), or when its version cannot tell (only 3.17 to 7.10 can).",
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

    private static SchemaAttribute Text(string name, string description) => new(name, TfType.String, AttributeUse.Computed) { Description = description };
}
