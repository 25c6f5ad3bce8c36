namespace RocketTfProvider.Commands.Doctor;

/// <summary>A report for people, in lines of at most 80 columns.</summary>
internal static class DoctorText
{
    private const int LabelWidth = 16;

    public static IEnumerable<string> Of(DoctorReport report)
    {
        yield return report.Url.AbsoluteUri.TrimEnd('/');
        foreach (var (area, fact) in report.Facts)
        {
            var count = report.Findings.Count(finding => finding.Area == area);
            foreach (var line in Labeled(area, count == 0 ? fact : $"{fact} (see below)"))
            {
                yield return line;
            }
        }

        foreach (var (_, finding) in report.Findings)
        {
            yield return "";
            yield return $"{(finding.Code.IsError ? "Error" : "Warning")}: {finding.Code.Id}";
            foreach (var line in Labeled("what", finding.What)
                .Concat(Labeled("why", finding.Code.Why))
                .Concat(Labeled("what to do", finding.Code.Remedy)))
            {
                yield return line;
            }

            // A link stays whole, so that a terminal can open it.
            yield return $"  {finding.Code.Link}";
        }

        yield return "";
        yield return report.Findings.Count switch
        {
            0 => "Nothing to act on.",
            1 => "1 finding.",
            var count => $"{count} findings.",
        };
    }

    private static IEnumerable<string> Labeled(string label, string text) =>
        Paragraph.Wrap(text, Terminal.Width - LabelWidth)
            .Select((line, index) => $"  {(index == 0 ? label : "").PadRight(LabelWidth - 2)}{line}");
}
