using System.Globalization;
using System.Net;

namespace RocketChat.Client.HostNames;

/// <summary>The name servers of the machine and the way to ask them: resolv.conf(5), with its limits and defaults.</summary>
/// <param name="Servers">The servers, in the order to ask them; without any in the file, the one of this machine.</param>
/// <param name="Search">The domains to append to a name that is not absolute.</param>
/// <param name="Dots">With at least this number of dots, a name is tried as it is before the search domains.</param>
/// <param name="Timeout">The time that a server has for one response.</param>
/// <param name="Attempts">How often the list of servers is asked.</param>
internal sealed record ResolverFile(
    IReadOnlyList<IPAddress> Servers, IReadOnlyList<string> Search, int Dots, TimeSpan Timeout, int Attempts)
{
    private const int MostServers = 3;

    /// <summary>Reads a file; one that is missing is one without content.</summary>
    public static ResolverFile Read(string path)
    {
        var servers = new List<IPAddress>();
        string[] search = [];
        var (dots, timeout, attempts) = (1, 5, 2);
        foreach (var line in TextFile.LinesOf(path))
        {
            switch (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                case ["nameserver", var server, ..] when IPAddress.TryParse(server, out var address):
                    servers.Add(address);
                    break;
                case ["search" or "domain", .. var domains]:
                    search = domains;
                    break;
                case ["options", .. var options]:
                    dots = Option(options, "ndots:", 0, 15) ?? dots;
                    timeout = Option(options, "timeout:", 1, 30) ?? timeout;
                    attempts = Option(options, "attempts:", 1, 5) ?? attempts;
                    break;
            }
        }

        return new ResolverFile(
            servers.Count == 0 ? [IPAddress.Loopback] : [.. servers.Take(MostServers)],
            [.. search.Select(domain => domain.Trim('.')).Where(domain => domain.Length > 0)],
            dots,
            TimeSpan.FromSeconds(timeout),
            attempts);
    }

    /// <summary>The absolute names that a name may stand for, in the order to try them.</summary>
    public IEnumerable<string> Candidates(string name)
    {
        if (name.EndsWith('.'))
        {
            return [name];
        }

        var searched = Search.Select(domain => $"{name}.{domain}.");
        return name.Count(character => character == '.') >= Dots ? [$"{name}.", .. searched] : [.. searched, $"{name}."];
    }

    private static int? Option(string[] options, string name, int least, int most) =>
        options.LastOrDefault(option => option.StartsWith(name, StringComparison.Ordinal)) is { } option
        && int.TryParse(option.AsSpan(name.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, least, most)
            : null;
}
