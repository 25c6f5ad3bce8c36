namespace RocketChat.Emulator.Http;

/// <summary>Finds the route of a request.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<string, Dictionary<string, Route>> _byPath = new(StringComparer.Ordinal);

    public RouteTable(IEnumerable<Route> routes)
    {
        foreach (var route in routes)
        {
            if (!_byPath.TryGetValue(Key(route.Path), out var methods))
            {
                _byPath[Key(route.Path)] = methods = new(StringComparer.Ordinal);
            }

            methods.Add(route.Method, route);
        }
    }

    /// <summary>The methods offered under a path, or null when the path is unknown; and what stood for the variable part.</summary>
    public (IReadOnlyDictionary<string, Route>? Methods, string? PathValue) Find(string path)
    {
        if (_byPath.TryGetValue(path, out var exact))
        {
            return (exact, null);
        }

        var slash = path.LastIndexOf('/');
        return slash + 1 < path.Length && _byPath.TryGetValue(path[..(slash + 1)] + ":", out var variable)
            ? (variable, path[(slash + 1)..])
            : (null, null);
    }

    private static string Key(string path) =>
        path.LastIndexOf("/:", StringComparison.Ordinal) is >= 0 and var colon ? path[..(colon + 2)] : path;
}
