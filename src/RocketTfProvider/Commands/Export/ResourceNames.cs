using System.Text;

namespace RocketTfProvider.Commands.Export;

/// <summary>
/// Names of resources that people can read: from the names on the server, but of ASCII letters and digits alone, and unique.
/// </summary>
internal static class ResourceNames
{
    private const int MaxLength = 60;

    /// <param name="things">The things by their unique ids, with the names that they have on the server.</param>
    /// <param name="kind">The word before a name that begins with a digit, and for a thing without a usable name.</param>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<(string Id, string Name)> things, string kind)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in things.Select(thing => (thing.Id, Name: Identifier(thing.Name, kind))).GroupBy(thing => thing.Name).ToList())
        {
            // The id keeps a name the same when another thing of that name comes or goes.
            var isUnique = same.Key != kind && same.Count() == 1;
            foreach (var (id, name) in same)
            {
                names[id] = Free(isUnique ? name : $"{name}_{Plain(id)}", taken);
            }
        }

        return names;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }

    private static string Identifier(string name, string kind)
    {
        var words = Plain(WithWordBoundaries(name)).ToLowerInvariant();
        var cut = (words.Length > MaxLength ? words[..MaxLength] : words).Trim('_');
        return cut.Length == 0 ? kind : char.IsAsciiDigit(cut[0]) ? $"{kind}_{cut}" : cut;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in text)
        {
            if (Letter(character) is { } letter)
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[^1] != '_')
            {
                plain.Append('_');
            }
        }

        return plain.ToString().Trim('_');
    }

    // `Message_MaxAllowedSize` reads better as `message_max_allowed_size`.
    private static string WithWordBoundaries(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var follows = i > 0 && char.IsAsciiLetterUpper(name[i]);
            var leads = i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]);
            if (follows && (char.IsAsciiLetterLower(name[i - 1]) || (char.IsAsciiLetterUpper(name[i - 1]) && leads)))
            {
                words.Append('_');
            }

            words.Append(name[i]);
        }

        return words.ToString();
    }

    private static string? Letter(char character) => character switch
    {
        _ when char.IsAsciiLetterOrDigit(character) => character.ToString(),
        >= 'à' and <= 'å' or >= 'À' and <= 'Å' => "a",
        'æ' or 'Æ' => "ae",
        'ç' or 'Ç' => "c",
        >= 'è' and <= 'ë' or >= 'È' and <= 'Ë' => "e",
        >= 'ì' and <= 'ï' or >= 'Ì' and <= 'Ï' => "i",
        'ñ' or 'Ñ' => "n",
        >= 'ò' and <= 'ö' or >= 'Ò' and <= 'Ö' or 'ø' or 'Ø' => "o",
        'œ' or 'Œ' => "oe",
        >= 'ù' and <= 'ü' or >= 'Ù' and <= 'Ü' => "u",
        'ý' or 'ÿ' or 'Ý' => "y",
        'ß' => "ss",
        _ => null,
    };
}
