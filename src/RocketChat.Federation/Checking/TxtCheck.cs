using DnsClient;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Checking;

/// <summary>Checks the TXT record.</summary>
internal sealed class TxtCheck(RecordLookup lookup, FederationPlan plan, NeededTxt record, bool looksForStaleCaches)
    : RecordCheck(lookup, plan, record, looksForStaleCaches)
{
    protected override QueryType Type => QueryType.TXT;

    protected override string MissingCode => ProblemCode.TxtMissing;

    protected override IEnumerable<DnsProblem> Compare(RecordSet records)
    {
        var texts = records.Texts;
        if (texts.Count > 1)
        {
            var found = string.Join(", ", records.Values);
            yield return Problem(ProblemCode.TxtMultipleRecords, ProblemSeverity.Error, record.Value, found, DescribeSeveral(texts));
        }
        else if (KeyComparison.Compare(record.PublicKey, texts[0]) is { } difference)
        {
            yield return Problem(difference.Code, difference.Severity, record.Value, records.Values[0], difference.Hint);
        }
    }

    protected override bool MayBeWildcard(DnsProblem problem) => problem.Code == ProblemCode.TxtForeignValue;

    private string DescribeSeveral(IReadOnlyList<string> texts)
    {
        const string Consequence = "There must be exactly one TXT record at this name: servers use the first one that they receive.";
        if (texts.Count == 2 && (texts[0] + texts[1] == record.Text || texts[1] + texts[0] == record.Text))
        {
            return $"{Consequence} The key was split into two records. Publish it as two strings of one record.";
        }

        return texts.Contains(record.Text)
            ? $"{Consequence} One of them is correct. Remove the others."
            : $"{Consequence} None of them is the key. Remove them all and publish the key.";
    }
}
