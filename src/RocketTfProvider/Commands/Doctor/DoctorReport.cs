namespace RocketTfProvider.Commands.Doctor;

/// <summary>The result of a checkup.</summary>
/// <param name="url">The address of the workspace.</param>
internal sealed class DoctorReport(Uri url)
{
    private const int LongestText = 2000;

    private readonly List<(string Area, string Fact)> _facts = [];
    private readonly List<(string Area, Finding Finding)> _findings = [];

    public Uri Url { get; } = url;

    /// <summary>The version of the server; null if it could not be read.</summary>
    public string? Version { get; set; }

    /// <summary>The state of each area that was checked, in a few words.</summary>
    public IReadOnlyList<(string Area, string Fact)> Facts => _facts;

    public IReadOnlyList<(string Area, Finding Finding)> Findings => _findings;

    public void Note(string area, string fact) => _facts.Add((area, fact));

    public void Add(FindingCode code, string what) => Add(code.Area, new(code, what));

    /// <summary>Adds a finding, its text on one line and without characters that a terminal obeys.</summary>
    public void Add(string area, Finding finding) =>
        _findings.Add((area, finding with { What = ForeignText.Clean(finding.What.ReplaceLineEndings(" "), LongestText) }));
}
