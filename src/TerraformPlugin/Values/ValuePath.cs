using System.Globalization;
using System.Text;

namespace TerraformPlugin.Values;

/// <summary>
/// Where a codec stands inside a value, so that a failure can say so; also keeps hostile nesting off the stack.
/// Map entries appear by position: their keys are content.
/// </summary>
internal sealed class ValuePath(Func<string, Exception> failure)
{
    /// <summary>Levels of nesting that a value or a type may have.</summary>
    public const int MaxDepth = 256;

    private (string? Attribute, int Index)[] _steps = new (string?, int)[8];
    private int _depth;

    public static ValuePath OfDecoder() => new(static message => new TfDecodeException(message));

    public static ValuePath OfEncoder() => new(static message => new InvalidOperationException(message));

    public void EnterAttribute(string name) => Enter(name, 0);

    public void EnterElement(int index) => Enter(null, index);

    /// <summary>Goes into a dynamic value: one level deeper, at the same place.</summary>
    public void EnterInner() => Enter("", 0);

    public void Leave() => _depth--;

    /// <summary>The exception to throw about the place reached.</summary>
    public Exception Failure(string problem) => failure($"at {this}: {problem}");

    public Exception Mismatch(TfTypeKind wanted, string found) => Failure($"expected {Noun(wanted.ToString())}, found {found}");

    public static string Noun(string kind) =>
        $"{("aeiou".Contains(char.ToLowerInvariant(kind[0]), StringComparison.Ordinal) ? "an" : "a")} {kind.ToLowerInvariant()}";

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (attribute, index) in _steps.AsSpan(0, _depth))
        {
            _ = attribute switch
            {
                null => text.Append(CultureInfo.InvariantCulture, $"[{index}]"),
                "" => text,
                _ => text.Append(text.Length == 0 ? "" : ".").Append(attribute),
            };
        }

        return text.Length == 0 ? "the root" : text.ToString();
    }

    private void Enter(string? attribute, int index)
    {
        if (_depth == MaxDepth)
        {
            throw failure($"the value nests deeper than {MaxDepth} levels");
        }

        if (_depth == _steps.Length)
        {
            Array.Resize(ref _steps, _depth * 2);
        }

        _steps[_depth++] = (attribute, index);
    }
}
