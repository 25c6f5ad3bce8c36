using DnsClient;

namespace RocketChat.Federation;

/// <summary>Judges the TXT record.</summary>
internal sealed class TxtCheck(RecordLookup search, FederationPlan plan, NeededTxt record, bool looksForStaleCaches)
    : RecordCheck(search, plan, record, looksForStaleCaches)
{
    protected override QueryType Type => QueryType.TXT;

    protected override string MissingCode => ProblemCode.TxtMissing;

    protected override IEnumerable<DnsProblem> Compare(RecordSet sight)
    {
        var texts = sight.Texts;
        if (texts.Count > 1)
        {
            yield return Problem(ProblemCode.TxtMultipleRecords, ProblemSeverity.Error, record.Value, string.Join(", ", sight.Values), DescribeSeveral(texts));
        }
        else if (KeyComparison.Compare(record.PublicKey, texts[0]) is { } difference)
        {
            yield return Problem(difference.Code, difference.Severity, record.Value, sight.Values[0], difference.Hint);
        }
    }

    protected override bool MayBeWildcard(DnsProblem problem) => problem.Code == ProblemCode.TxtForeignValue;

    private string DescribeSeveral(IReadOnlyList<string> texts)
    {
        const string Consequence = "There must be exactly one TXT record at this name: servers take the one that happens to come first.";
        if (texts.Count == 2 && (texts[0] + texts[1] == record.Text || texts[1] + texts[0] == record.Text))
        {
            return $"{Consequence} The key was cut into two records; it must be two strings of one record.";
        }

        return texts.Contains(record.Text)
            ? $"{Consequence} One of them is right; remove the others."
            : $"{Consequence} None of them is the key; remove them all and publish the key.";
    }
}
