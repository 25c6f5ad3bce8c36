using System.Text.RegularExpressions;

namespace Tool.Lint;

/// <summary>Namespaces that do not follow folders.</summary>
internal static partial class Namespaces
{
    // These types take the place of others, whose tests the mutation run compiles under xunit v2.
    private const string Substitutes = "tests/Mutation/";

    // The template becomes a project of its own, whose folder is the root of its namespaces.
    private const string Template = "eng/sdk-template/";

    public static IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsCSharp
            || file.Path.StartsWith(Substitutes, StringComparison.Ordinal)
            || file.Path.StartsWith(Template, StringComparison.Ordinal))
        {
            yield break;
        }

        // The project's folder is the root: tests/Acceptance/Running is Acceptance.Running.
        var expected = string.Join('.', Path.GetDirectoryName(file.Path)!.Split('/').Skip(1));
        foreach (var (index, line) in file.Lines.Index())
        {
            if (Declaration().Match(line) is { Success: true } declared && declared.Groups[1].Value != expected)
            {
                yield return new Finding(file.Path, index + 1, $"namespace {declared.Groups[1].Value}; its folder says {expected}");
            }
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+)")]
    private static partial Regex Declaration();
}
