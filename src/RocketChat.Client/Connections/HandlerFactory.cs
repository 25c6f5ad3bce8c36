using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using RocketChat.Client.Errors;
using RocketChat.Client.HostNames;
using RocketChat.Client.Options;

namespace RocketChat.Client.Connections;

/// <summary>Builds the connection layer from the options: TLS, proxy, compression.</summary>
internal static class HandlerFactory
{
    private const int MaxPemBytes = 1024 * 1024;

    /// <param name="options">The options.</param>
    /// <param name="roots">The authorities that the machine trusts.</param>
    /// <param name="record">Receives what a failure must be explained by; null where nobody explains it.</param>
    public static SocketsHttpHandler Create(RocketChatClientOptions options, MachineRoots roots, ConnectionRecord? record = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = options.RequestTimeout,
            ConnectCallback = HostConnection.ConnectAsync,
        };
        handler.Proxy = options.Proxy is { } proxy
            ? ProxyAt(proxy)
            : new ProxyWithoutUser(options.EnvironmentProxy ?? HttpClient.DefaultProxy);

        Secure(handler.SslOptions, options.Tls, roots);
        if (record is not null)
        {
            record.Proxy = handler.Proxy;
            NoteRequestForCertificate(handler.SslOptions, record);
            NoteCertificate(handler.SslOptions, record);
        }

        return handler;
    }

    private static WebProxy ProxyAt(Uri address)
    {
        var proxy = new WebProxy(ProxyWithoutUser.Plain(address));
        if (address.UserInfo.Length > 0)
        {
            var parts = address.UserInfo.Split(':', 2);
            proxy.Credentials = new BasicCredentials(new NetworkCredential(
                Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : ""));
        }

        return proxy;
    }

    private static void Secure(SslClientAuthenticationOptions ssl, TlsOptions tls, MachineRoots roots)
    {
        if (tls.CaCertificate is { } authority)
        {
            var authorities = new X509Certificate2Collection();
            Load(nameof(tls.CaCertificate), "CA certificate", () => authorities.ImportFromPem(Pem(authority)));
            if (authorities.Count == 0)
            {
                throw Unusable(nameof(tls.CaCertificate), "CA certificate", "it holds no certificate in PEM form");
            }

            ssl.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            ssl.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
            ssl.RemoteCertificateValidationCallback = ServerCertificateCheck.AcceptStrong;
        }
        else if (OperatingSystem.IsLinux())
        {
            ssl.CertificateChainPolicy = ServerCertificateCheck.Policy;
            ssl.RemoteCertificateValidationCallback = new ServerCertificateCheck(roots).Accept;
        }
        else
        {
            ssl.RemoteCertificateValidationCallback = ServerCertificateCheck.AcceptStrong;
        }

        if (tls.ClientCertificate is null != tls.ClientKey is null)
        {
            throw Unusable(
                tls.ClientKey is null ? nameof(tls.ClientCertificate) : nameof(tls.ClientKey),
                "client certificate",
                "certificate and key must be given together");
        }

        if (tls.ClientCertificate is { } certificate)
        {
            var (certificatePem, keyPem) = ("", "");
            Load(nameof(tls.ClientCertificate), "client certificate", () => certificatePem = Pem(certificate));
            Load(nameof(tls.ClientKey), "key of the client certificate", () => keyPem = Pem(tls.ClientKey!));
            Load(
                nameof(tls.ClientCertificate), "client certificate", () => ssl.ClientCertificateContext = Context(certificatePem, keyPem));
        }

        if (tls.InsecureSkipVerify)
        {
#pragma warning disable CA5359 // The user asked for exactly this, by a name that says so.
            ssl.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }
    }

    // .NET asks for a certificate again once the server has asked for one.
    private static void NoteRequestForCertificate(SslClientAuthenticationOptions ssl, ConnectionRecord record)
    {
        if (ssl.ClientCertificateContext is null)
        {
            ssl.LocalCertificateSelectionCallback = (_, _, _, remote, _) =>
            {
                record.LacksClientCertificate |= remote is not null;
                return null!;
            };
        }
    }

    private static void NoteCertificate(SslClientAuthenticationOptions ssl, ConnectionRecord record)
    {
        var check = ssl.RemoteCertificateValidationCallback!;
        ssl.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            if (certificate is X509Certificate2 { NotAfter: var end })
            {
                record.NoteCertificate(end);
            }

            return check(sender, certificate, chain, errors);
        };
    }

    private static SslStreamCertificateContext Context(string certificatePem, string keyPem)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificatePem);
        using var pair = X509Certificate2.CreateFromPem(certificatePem, keyPem);

        // Windows cannot use a key that lives in memory only; a detour over PKCS#12 puts it into a store.
        var certificate = X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        if (CertificateStrength.WeaknessOf(certificate) is { } weakness)
        {
            throw Unusable(nameof(TlsOptions.ClientCertificate), "client certificate", $"{weakness}, which servers no longer accept");
        }

        return SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }

    private static string Pem(string textOrPath) => textOrPath.Contains("-----BEGIN", StringComparison.Ordinal)
        ? textOrPath
        : Encoding.UTF8.GetString(SmallFile.Read(textOrPath, MaxPemBytes));

    private static void Load(string option, string what, Action load)
    {
        try
        {
            load();
        }
        catch (CryptographicException)
        {
            throw Unusable(option, what, "it is not valid PEM, or certificate and key do not belong together");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unusable(option, what, "it is neither PEM text nor the path of a readable regular file of at most 1 MiB");
        }
    }

    private static RocketChatException Unusable(string option, string what, string why) =>
        new(RocketChatErrorKind.InvalidConfiguration, $"The {what} cannot be used: {why}.") { Option = option };
}
