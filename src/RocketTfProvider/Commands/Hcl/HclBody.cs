namespace RocketTfProvider.Commands.Hcl;

/// <summary>
/// The content of a file or a block, laid out as <c>fmt</c> of the CLIs does: two spaces a level, equals signs of neighboring lines in one
/// column, and so the comments behind them.
/// </summary>
internal sealed class HclBody
{
    private const string Indentation = "  ";

    private readonly List<List<string>> _parts = [];
    private readonly List<(string Name, string Literal, string Note)> _run = [];
    private readonly List<string> _comments = [];

    public bool IsEmpty => _parts.Count == 0 && _run.Count == 0 && _comments.Count == 0;

    /// <summary>A comment on lines of its own, above what is added next.</summary>
    public HclBody Comment(IEnumerable<string> lines)
    {
        EndRun();
        _comments.AddRange(lines.Select(line => line.Length == 0 ? "#" : $"# {line}"));
        return this;
    }

    /// <summary>A comment that stands alone.</summary>
    public HclBody Remark(IEnumerable<string> lines)
    {
        Comment(lines);
        _parts.Add(TakeComments());
        return this;
    }

    /// <summary>An attribute on one line.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="literal">The value in HCL.</param>
    /// <param name="note">A comment behind it, on one line; empty for none.</param>
    public HclBody Set(string name, string literal, string note = "")
    {
        if (_comments.Count > 0)
        {
            _parts.Add([.. TakeComments(), .. Align([(name, literal, note)])]);
        }
        else
        {
            _run.Add((name, literal, note));
        }

        return this;
    }

    /// <summary>An attribute that is an object.</summary>
    public HclBody Set(string name, HclBody content) => Add($"{name} = {{", content.Lines(), "}");

    /// <summary>An attribute that is a list with a line for each element.</summary>
    public HclBody Set(string name, IReadOnlyList<HclElement> elements)
    {
        var width = elements.Max(element => element.Literal.Length) + 1;
        return Add(
            $"{name} = [",
            elements.Select(e => e.Note.Length == 0 ? $"{e.Literal}," : $"{(e.Literal + ",").PadRight(width)} # {e.Note}"),
            "]");
    }

    /// <summary>A block, such as <c>resource "rocketchat_room_owners" "general"</c>.</summary>
    public HclBody Block(string header, HclBody content) =>
        content.IsEmpty ? Add($"{header} {{}}", [], null) : Add($"{header} {{", content.Lines(), "}");

    /// <summary>The text with a line break at its end; empty for an empty body.</summary>
    public override string ToString() => string.Concat(Lines().Select(line => line + "\n"));

    /// <summary>The lines, without indentation.</summary>
    public IEnumerable<string> Lines()
    {
        EndRun();
        if (_comments.Count > 0)
        {
            _parts.Add([.. TakeComments()]);
        }

        return _parts.SelectMany((part, index) => index == 0 ? part : part.Prepend(""));
    }

    private HclBody Add(string first, IEnumerable<string> inner, string? last)
    {
        EndRun();
        var indented = inner.Select(line => line.Length == 0 ? "" : Indentation + line);
        _parts.Add([.. TakeComments(), first, .. indented, .. last is null ? [] : (string[])[last]]);
        return this;
    }

    private List<string> TakeComments()
    {
        List<string> taken = [.. _comments];
        _comments.Clear();
        return taken;
    }

    private void EndRun()
    {
        if (_run.Count > 0)
        {
            _parts.Add([.. Align(_run)]);
            _run.Clear();
        }
    }

    // A comment behind one line of several would have to be aligned by the width that a terminal gives each character; notes are therefore
    // only behind lines that stand alone.
    private static IEnumerable<string> Align(IReadOnlyList<(string Name, string Literal, string Note)> run)
    {
        var width = run.Max(attribute => attribute.Name.Length);
        return run.Select(a => $"{a.Name.PadRight(width)} = {a.Literal}{(a.Note.Length == 0 ? "" : $" # {a.Note}")}");
    }
}
