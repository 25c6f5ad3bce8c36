using System.Globalization;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Checking;

/// <summary>Compares a published value with the key that should be there, and names the damage.</summary>
internal static class KeyComparison
{
    // A value with more wrong characters is another key rather than a damaged one.
    private const int MaxTypos = 8;

    // A shorter part could belong to any key.
    private const int MinIdentifyingLength = 16;

    private const string PublishAgain = "Publish the value again exactly as this provider writes it.";

    /// <summary>The difference; null when the text is the key.</summary>
    public static KeyDifference? Compare(PublicKey key, string text) => text == key.Text
        ? null
        : CompareIgnoringFormat(key, text) ?? CompareAsPart(key, text) ?? CompareWithTypos(key.Text, text) ?? DescribeOther(text);

    private static KeyDifference? CompareIgnoringFormat(PublicKey key, string text)
    {
        var bare = Normalize(text);
        if (bare == key.Body || bare == Normalize(PublicKey.Header + key.Body) || bare == Normalize(key.Body + PublicKey.Footer))
        {
            return new KeyDifference(
                ProblemCode.TxtHeaderMissing,
                ProblemSeverity.Warning,
                $"`{PublicKey.Header}` or `{PublicKey.Footer}` is missing. Servers can still read the key. {PublishAgain}");
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
                $"The header must be `{PublicKey.Header}`, with one space between its words; otherwise no server can read the key. Spaces "
                + "are lost when a DNS host splits a value that is not in quotes. Publish it in quotes, as this provider writes it.");
        }

        var quote = text.IndexOfAny(['"', '\\']);
        return quote >= 0
            ? new KeyDifference(
                ProblemCode.TxtQuotes,
                ProblemSeverity.Warning,
                $"The value contains quotes or backslashes, the first at character {quote + 1}: the DNS host took them for part of it. "
                + "Servers can still read the key. Give this host the raw value without quotes.")
            : new KeyDifference(
                ProblemCode.TxtWhitespace,
                ProblemSeverity.Warning,
                $"The value contains whitespace where the key has none, the first at character {FirstDifference(key.Text, text)}. Servers "
                + $"can still read the key. {PublishAgain}");
    }

    private static KeyDifference? CompareAsPart(PublicKey key, string text)
    {
        var (whole, bare) = (Normalize(key.Text), Normalize(text));
        if (bare.Length >= MinIdentifyingLength && whole.StartsWith(bare, StringComparison.Ordinal))
        {
            return new KeyDifference(
                ProblemCode.TxtTruncated,
                ProblemSeverity.Error,
                $"The value ends after {text.Length} of {key.Text.Length} characters. A string of a TXT record can have 255 at most; a "
                + "longer value is several strings of one record. Publish it in several quoted strings, as this provider writes it.");
        }

        return bare.Length >= MinIdentifyingLength && whole.EndsWith(bare, StringComparison.Ordinal)
            ? new KeyDifference(
                ProblemCode.TxtTruncated,
                ProblemSeverity.Error,
                $"Only the last {text.Length} of {key.Text.Length} characters are there. Publish all strings in one record, in order.")
            : null;
    }

    private static KeyDifference? CompareWithTypos(string expected, string text)
    {
        if (string.Equals(expected, text, StringComparison.OrdinalIgnoreCase))
        {
            return Altered($"Capital letters are lost from character {FirstDifference(expected, text)} on, and a key is case-sensitive.");
        }

        if (expected.Length == text.Length)
        {
            var places = Enumerable.Range(0, text.Length).Where(i => text[i] != expected[i]).ToArray();
            return places.Length > MaxTypos
                ? null
                : Altered(string.Join(
                    ' ', places.Select(i => $"Character {Count(i)} is `{Shown(text[i].ToString())}` and must be `{expected[i]}`.")));
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
                ("", _) => $"At character {Count(start)}, `{Shown(surplus)}` is extra.",
                _ => $"At character {Count(start)}, `{Shown(surplus)}` must be `{missing}`.",
            });
    }

    private static string Shown(string text) => ZoneEscapes.Escape(text);

    private static KeyDifference DescribeOther(string text) =>
        text.Contains("PUBLIC KEY", StringComparison.Ordinal) || PublicKey.IsDer(Normalize(text))
            ? new KeyDifference(
                ProblemCode.TxtOtherKey,
                ProblemSeverity.Error,
                "This is another key: that of another workspace, or the key of this workspace before it was set up again. Publish the "
                + "current value of `FEDERATION_Public_Key`.")
            : new KeyDifference(
                ProblemCode.TxtForeignValue,
                ProblemSeverity.Error,
                "This value is not a key. Remove the record, or the tool that created it, and publish the key.");

    private static KeyDifference Altered(string damage) =>
        new(ProblemCode.TxtAltered, ProblemSeverity.Error, $"{damage} Servers cannot use the key. {PublishAgain}");

    // Base64 readers skip these characters, and DNS hosts add them.
    private static string Normalize(string text) =>
        string.Concat(text.Replace("\\n", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\\')));

    private static int FirstDifference(string expected, string text) => expected.Zip(text).TakeWhile(p => p.First == p.Second).Count() + 1;

    private static string Count(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
