using System.Globalization;

namespace RocketChat.Federation;

/// <summary>Compares a published text with the key that should be there, and names what happened to it.</summary>
internal static class KeyComparison
{
    // A key that differs in more places is not this key with a slip of the hand.
    private const int MaxTypos = 8;

    // Nothing shorter says which text it is the beginning or the end of.
    private const int MinIdentifyingLength = 16;

    private const string CopyAgain = "Publish the text again as this provider spells it.";

    /// <summary>The difference; null when the text is the key.</summary>
    public static KeyDifference? Compare(PublicKey key, string text)
    {
        if (text == key.Text)
        {
            return null;
        }

        return CompareIgnoringFormat(key, text) ?? CompareAsPart(key, text) ?? CompareWithTypos(key.Text, text) ?? DescribeOther(text);
    }

    private static KeyDifference? CompareIgnoringFormat(PublicKey key, string text)
    {
        var bare = Normalize(text);
        if (bare == key.Body || bare == Normalize(PublicKey.Header + key.Body) || bare == Normalize(key.Body + PublicKey.Footer))
        {
            return new KeyDifference(
                ProblemCode.TxtHeaderMissing,
                ProblemSeverity.Warning,
                $"The key lacks `{PublicKey.Header}` or `{PublicKey.Footer}`. Servers read it all the same. {CopyAgain}");
        }

        if (bare != Normalize(key.Text))
        {
            return null;
        }

        if (!text.Contains(PublicKey.Header, StringComparison.Ordinal))
        {
            return new KeyDifference(
                ProblemCode.TxtHeaderDamaged,
                ProblemSeverity.Error,
                $"The header must read `{PublicKey.Header}`, with one blank between its words; otherwise no server can read the key. Blanks get lost when "
                + "a DNS host splits a text that is not in quotes. Publish it in quotes, as this provider spells it.");
        }

        return text.Any(c => c is '"' or '\\')
            ? new KeyDifference(
                ProblemCode.TxtQuotes,
                ProblemSeverity.Warning,
                $"There are quotes or backslashes in the text, at character {First(text, c => c is '"' or '\\')} first: the DNS host took them for part of it. "
                + "Servers read the key all the same. Give this host the raw text without quotes.")
            : new KeyDifference(
                ProblemCode.TxtWhitespace,
                ProblemSeverity.Warning,
                $"There are blanks in the text where the key has none, at character {FirstDifference(key.Text, text)} first. Servers read the key all the same. {CopyAgain}");
    }

    private static KeyDifference? CompareAsPart(PublicKey key, string text)
    {
        var (whole, bare) = (Normalize(key.Text), Normalize(text));
        if (bare.Length >= MinIdentifyingLength && whole.StartsWith(bare, StringComparison.Ordinal))
        {
            return new KeyDifference(
                ProblemCode.TxtTruncated,
                ProblemSeverity.Error,
                $"The text ends after {text.Length} of {key.Text.Length} characters. A string of a TXT record holds at most 255; a longer text is several "
                + "strings of the one record. Publish it in several quoted strings, as this provider spells it.");
        }

        return bare.Length >= MinIdentifyingLength && whole.EndsWith(bare, StringComparison.Ordinal)
            ? new KeyDifference(
                ProblemCode.TxtTruncated,
                ProblemSeverity.Error,
                $"Only the last {text.Length} of {key.Text.Length} characters are there. Publish all strings in one record, in their order.")
            : null;
    }

    private static KeyDifference? CompareWithTypos(string expected, string text)
    {
        if (string.Equals(expected, text, StringComparison.OrdinalIgnoreCase))
        {
            return Altered($"The capitals have been lost, from character {FirstDifference(expected, text)} on. Capitals count in a key.");
        }

        if (expected.Length == text.Length)
        {
            var places = Enumerable.Range(0, text.Length).Where(i => text[i] != expected[i]).ToArray();
            return places.Length > MaxTypos
                ? null
                : Altered(string.Join(' ', places.Select(i => $"Character {Count(i)} is `{text[i]}` and must be `{expected[i]}`.")));
        }

        var start = FirstDifference(expected, text) - 1;
        var end = 0;
        while (end < Math.Min(expected.Length, text.Length) - start && expected[^(end + 1)] == text[^(end + 1)])
        {
            end++;
        }

        var (missing, surplus) = (expected[start..^end], text[start..^end]);
        return missing.Length > MaxTypos || surplus.Length > MaxTypos
            ? null
            : Altered((missing, surplus) switch
            {
                (_, "") => $"At character {Count(start)}, `{missing}` is missing.",
                ("", _) => $"At character {Count(start)}, `{surplus}` is too much.",
                _ => $"At character {Count(start)} stands `{surplus}` and must be `{missing}`.",
            });
    }

    private static KeyDifference DescribeOther(string text) =>
        text.Contains("PUBLIC KEY", StringComparison.Ordinal) || PublicKey.IsDer(Normalize(text))
            ? new KeyDifference(
                ProblemCode.TxtOtherKey,
                ProblemSeverity.Error,
                "This is another key: that of another workspace, or the one that this workspace had before it was set up anew. Publish the key that "
                + "`FEDERATION_Public_Key` holds now.")
            : new KeyDifference(
                ProblemCode.TxtForeignValue,
                ProblemSeverity.Error,
                "This text is no key. Remove the record, or whatever else put it there, and publish the key.");

    private static KeyDifference Altered(string what) =>
        new(ProblemCode.TxtAltered, ProblemSeverity.Error, $"{what} With that, servers cannot use the key. {CopyAgain}");

    // What base64 readers skip, and what DNS hosts add.
    private static string Normalize(string text) =>
        string.Concat(text.Replace("\\n", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\\')));

    private static int FirstDifference(string expected, string text) => expected.Zip(text).TakeWhile(p => p.First == p.Second).Count() + 1;

    private static int First(string text, Func<char, bool> condition) => text.TakeWhile(c => !condition(c)).Count() + 1;

    private static string Count(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
