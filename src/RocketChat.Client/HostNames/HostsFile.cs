using System.Net;

namespace RocketChat.Client.HostNames;

/// <summary>The names of a hosts file (hosts(5)): one address a line, then its names; <c>#</c> begins a comment.</summary>
internal static class HostsFile
{
    /// <summary>The addresses of a name, in the order of the file; none if the file does not have the name or cannot be read.</summary>
    public static IReadOnlyList<IPAddress> AddressesOf(string name, string path)
    {
        var addresses = new List<IPAddress>();
        foreach (var line in TextFile.LinesOf(path))
        {
            var fields = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Skip(1).Contains(name, StringComparer.OrdinalIgnoreCase) && IPAddress.TryParse(fields[0], out var address))
            {
                addresses.Add(address);
            }
        }

        return [.. addresses.Distinct()];
    }
}
