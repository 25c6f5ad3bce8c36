using System.Globalization;
using Google.Protobuf;
using PluginClient.Protocol.V6;
using RocketChat.Emulator.Seeding;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Wire;

/// <summary>The answer to a call: a value, its private state, and diagnostics.</summary>
internal sealed record Outcome(TfValue Value, ByteString Private, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Each one is checked to be fit for a terminal: no characters that it would obey, no forged line, and no token.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = FitToShow(Diagnostics);

    /// <summary>
    /// Severities and headlines, such as <c>Warning: Settings will be overwritten</c>; without the settings that a summary ends with.
    /// </summary>
    public IEnumerable<string> Headlines => Diagnostics.Select(d => $"{d.Severity}: {HeadOf(d.Summary)}");

    public bool HasError => Diagnostics.Any(d => d.Severity == Diagnostic.Types.Severity.Error);

    /// <summary>The attributes for which a plan has the object replaced.</summary>
    public IReadOnlyList<string> Replacing { get; init; } = [];

    /// <summary>The summaries of the errors.</summary>
    public IEnumerable<string> Errors =>
        Diagnostics.Where(d => d.Severity == Diagnostic.Types.Severity.Error).Select(d => HeadOf(d.Summary));

    public string Messages => string.Join('\n', Diagnostics.Select(d => $"{d.Severity}: {d.Summary}: {d.Detail}"));

    public Outcome Says(params string[] headlines)
    {
        Assert.True(headlines.SequenceEqual(Headlines), $"Expected [{string.Join(", ", headlines)}], got:\n{Messages}");
        return this;
    }

    public Outcome HasNoError()
    {
        Assert.DoesNotContain(Diagnostics, d => d.Severity == Diagnostic.Types.Severity.Error);
        return this;
    }

    public Outcome DoesNotSay(string headline)
    {
        Assert.DoesNotContain(headline, Headlines);
        return this;
    }

    public Outcome With(string phrase)
    {
        Assert.Contains(phrase, Messages, StringComparison.Ordinal);
        return this;
    }

    /// <summary>The value at a path such as <c>apns.key</c>; null below what is null.</summary>
    public TfValue At(string path) => path.Split('.').Aggregate(Value, (value, name) => value.IsNull ? value : value.Attributes[name]);

    public IEnumerable<string> SortedStrings(string attribute) =>
        Value.Attributes[attribute].Elements.Select(e => e.String).Order(StringComparer.Ordinal);

    private static string HeadOf(string summary) => summary.Split(": \"")[0];

    // Own messages may have several lines; a line that looks like another message is a forged one.
    private static IReadOnlyList<Diagnostic> FitToShow(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var text in diagnostics.SelectMany(d => (string[])[d.Summary, d.Detail]))
        {
            Assert.DoesNotContain(text, c => c != '\n' && char.GetUnicodeCategory(c) is (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
            Assert.DoesNotContain(text.Split('\n'), line => line.TrimStart(' ', '│', '╷').StartsWith("Error:", StringComparison.Ordinal));
            Assert.DoesNotContain(DefaultSeed.AdminToken, text, StringComparison.Ordinal);
        }

        return diagnostics;
    }
}
