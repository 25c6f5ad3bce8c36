using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>
/// Checks the way to the server: address, proxy, certificate and clock. Everything comes from the answer to a first request.
/// </summary>
internal sealed class ConnectionCheck(RocketChatClientOptions options, TimeProvider time)
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromDays(30);
    private static readonly TimeSpan GreatestSkew = TimeSpan.FromSeconds(30);

    public void Run(Workspace workspace, DoctorReport report)
    {
        var facts = workspace.Client.Connection;
        report.Note(Areas.Connection, facts.Proxy is { } proxy ? $"through the proxy {proxy}" : "direct");
        CheckAddress(report);
        CheckCertificate(facts.CertificateExpires, report);
        CheckClock(facts.ClockSkew, report);
    }

    public void CheckAddress(DoctorReport report)
    {
        if (options.Url.Scheme == Uri.UriSchemeHttp && !options.Url.IsLoopback)
        {
            report.Add(FindingCodes.PlainHttp, "The address begins with http://, so nothing is encrypted.");
        }
    }

    public void CheckCertificate(DateTimeOffset? expires, DoctorReport report)
    {
        if (options.Tls.InsecureSkipVerify)
        {
            report.Add(FindingCodes.CertificateNotVerified, "insecure_skip_verify is true: any certificate is accepted.");
        }

        if (expires is not { } end)
        {
            report.Note(Areas.Tls, "none");
            return;
        }

        var days = (int)Math.Floor((end - time.GetUtcNow()).TotalDays);
        report.Note(Areas.Tls, $"certificate valid for {days} more days");
        if (end - time.GetUtcNow() < ShortestRest)
        {
            report.Add(FindingCodes.CertificateExpires, $"The server's certificate ends in {days} days, on {end:yyyy-MM-dd}.");
        }
    }

    public static void CheckClock(TimeSpan? skew, DoctorReport report)
    {
        if (skew is not { } difference)
        {
            report.Note(Areas.Clock, "not known");
            return;
        }

        var seconds = (long)Math.Round(Math.Abs(difference.TotalSeconds));
        report.Note(Areas.Clock, $"{seconds} s apart");
        if (difference.Duration() > GreatestSkew)
        {
            var side = difference > TimeSpan.Zero ? "ahead of" : "behind";
            report.Add(FindingCodes.ClockDiffers, $"The server's clock is {seconds} s {side} the clock of this machine.");
        }
    }
}
