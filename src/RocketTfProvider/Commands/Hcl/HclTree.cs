namespace RocketTfProvider.Commands.Hcl;

/// <summary>Attributes by their paths.</summary>
internal static class HclTree
{
    /// <summary>The attributes, with those below a path such as <c>gateway.url</c> in objects behind the others.</summary>
    public static HclBody Of(IEnumerable<(string Path, string Literal)> attributes)
    {
        var body = new HclBody();
        var levels = attributes.GroupBy(attribute => attribute.Path.Split('.')[0]).ToLookup(level => level.First().Path == level.Key);
        foreach (var leaf in levels[true])
        {
            body.Set(leaf.Key, leaf.Single().Literal);
        }

        foreach (var nested in levels[false])
        {
            body.Set(nested.Key, Of(nested.Select(inner => (inner.Path[(nested.Key.Length + 1)..], inner.Literal))));
        }

        return body;
    }
}
