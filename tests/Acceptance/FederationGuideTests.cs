using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Running;

namespace Acceptance;

/// <summary>
/// The guide's modules for DNS hosts: the text itself, with each resource turned into a value, is evaluated by the CLIs
/// and compared with the forms that the hosts' providers document. Their providers themselves are not run.
/// </summary>
public sealed partial class FederationGuideTests
{
    private const string First = "-----BEGIN PUBLIC KEY-----";

    private static readonly string Txt = $"\"{FederationKey.Text[..255]}\" \"{FederationKey.Text[255..]}\"";

    [Theory, EveryToolchain]
    public async Task Guide_EveryHost_GetsItsSpelling(Toolchain toolchain)
    {
        var guide = await File.ReadAllTextAsync(
            Repository.PathOf("templates", "guides", "federation-dns-at-your-host.md.tmpl"), TestContext.Current.CancellationToken);
        await using var fixture = await Fixture.CreateAsync(toolchain, $$"""
            data "rocketchat_federation_dns" "needed" {
              domain     = "chat.example.org"
              zone       = "example.org"
              target     = "chat.example.org"
              public_key = "{{FederationKey.Text}}"
            }

            {{string.Join('\n', Resource().Matches(guide).Select(AsOutput))}}
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds();

        var outputs = (await fixture.Cli.ShowStateAsync())["values"]!["outputs"]!;
        JsonNode Of(string type) => outputs[type]!["value"]!;
        Assert.StartsWith(First, FederationKey.Text, StringComparison.Ordinal);
        Is(Of("gandi_livedns_record")["srv"]!, """
            {"zone":"example.org","name":"_rocketchat._https.chat","type":"SRV","ttl":300,"values":["1 1 443 chat.example.org."]}
            """);
        Is(Of("gandi_livedns_record")["txt"]!, new JsonObject
        {
            ["zone"] = "example.org",
            ["name"] = "rocketchat-public-key.chat",
            ["type"] = "TXT",
            ["ttl"] = 300,
            ["values"] = new JsonArray(Txt),
        }.ToJsonString());
        Is(Of("ovh_domain_zone_record")["srv"]!, """
            {"zone":"example.org","subdomain":"_rocketchat._https.chat","fieldtype":"SRV","ttl":300,"target":"1 1 443 chat.example.org."}
            """);
        Assert.Equal(Txt, Of("ovh_domain_zone_record")["txt"]!.Text("target"));
        Is(Of("cloudflare_dns_record")["srv"]!, """
            {"zone_id":"023e105f4ecef8ad9ca31a8372d0c353","name":"_rocketchat._https.chat.example.org","type":"SRV","ttl":300,
             "priority":1,"content":null,
             "data":{"priority":1,"weight":1,"port":443,"target":"chat.example.org"}}
            """);
        Assert.Equal(Txt, Of("cloudflare_dns_record")["txt"]!.Text("content"));
        Assert.Null(Of("cloudflare_dns_record")["txt"]!["data"]);
        Assert.Null(Of("cloudflare_dns_record")["txt"]!["priority"]);
        Is(Of("aws_route53_record")["srv"]!, """
            {"zone_id":"Z0123456789ABCDEFGHIJ","name":"_rocketchat._https.chat.example.org","type":"SRV","ttl":300,
             "records":["1 1 443 chat.example.org"]}
            """);
        Assert.Equal($"{FederationKey.Text[..255]}\"\"{FederationKey.Text[255..]}", Of("aws_route53_record")["txt"]!["records"]![
            0]!.GetValue<string>());
        Is(Of("dns_srv_record_set"), """
            {"zone":"example.org.","name":"_rocketchat._https.chat","ttl":300,
             "srv":{"priority":1,"weight":1,"port":443,"target":"chat.example.org."}}
            """);
        Assert.Equal(FederationKey.Text, Of("dns_txt_record_set")["txt"]![0]!.GetValue<string>());
        Assert.Equal("rocketchat-public-key.chat", Of("dns_txt_record_set").Text("name"));
    }

    private static void Is(JsonNode value, string expected) =>
        Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(expected)), $"Expected {expected}\nbut it is {value.ToJsonString()}");

    private static string AsOutput(Match resource)
    {
        var body = ForEach().Replace(resource.Groups["body"].Value, "");
        var isForEach = body.Length != resource.Groups["body"].Value.Length;
        var value = "{" + Block().Replace(body, "${name} = {") + "}";
        if (isForEach)
        {
            var each = value.Replace("each.value", "record", StringComparison.Ordinal);
            value = $"{{ for key, record in data.rocketchat_federation_dns.needed.records : key => {each} }}";
        }

        return $$"""
            output "{{resource.Groups["type"].Value}}" {
              value = {{value}}
            }
            """;
    }

    [GeneratedRegex("""^resource "(?<type>[a-z0-9_]+)" "federation" \{(?<body>.*?)^\}""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^\s*for_each = data\.rocketchat_federation_dns\.needed\.records$", RegexOptions.Multiline)]
    private static partial Regex ForEach();

    [GeneratedRegex(@"(?<=^\s*)(?<name>[a-z]+) \{", RegexOptions.Multiline)]
    private static partial Regex Block();
}
