using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tool.Release.Check;

/// <summary>A release behind the provider network mirror protocol, over https on loopback.</summary>
internal sealed class MirrorServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private MirrorServer(WebApplication server, string certificate) => (_server, Certificate) = (server, certificate);

    public string Url => $"{_server.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/";

    /// <summary>The file of the certificate to trust.</summary>
    public string Certificate { get; }

    public static async Task<MirrorServer> StartAsync(
        Distribution distribution, string certificateFile, CancellationToken cancellationToken)
    {
        var certificate = SelfSigned();
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem(), cancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = builder.Build();
        server.MapGet("/{host}/rockettf/rocketchat/index.json", () => Json(new JsonObject
        {
            ["versions"] = new JsonObject { [distribution.Version] = new JsonObject() },
        }));
        server.MapGet($"/{{host}}/rockettf/rocketchat/{distribution.Version}.json", () => Json(Archives(distribution)));
        server.MapGet("/{host}/rockettf/rocketchat/{file}.zip", (string file) =>
            Results.File(Path.Combine(distribution.Folder, Path.GetFileName(file) + ".zip"), "application/zip"));
        await server.StartAsync(cancellationToken);
        return new MirrorServer(server, certificateFile);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static JsonObject Archives(Distribution distribution)
    {
        var sums = Checksums.Read(distribution.Checksums);
        var archives = new JsonObject();
        foreach (var platform in Platform.All)
        {
            var file = Path.GetFileName(distribution.Package(Product.Provider, platform));
            archives[platform.ToString()] = new JsonObject { ["url"] = file, ["hashes"] = new JsonArray($"zh:{sums[file]}") };
        }

        return new JsonObject { ["archives"] = archives };
    }

    private static IResult Json(JsonNode document) => Results.Bytes(JsonFile.Bytes(document), "application/json");

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
    }
}
