using System.Text.RegularExpressions;

namespace Tool.Lint;

/// <summary>Words that are wrong in every sense, and better ones.</summary>
internal sealed record WordRule(Regex Words, string Better)
{
    public WordRule(string pattern, string better)
        : this(new Regex($@"(?<!\w)(?:{pattern})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), better)
    {
    }
}
