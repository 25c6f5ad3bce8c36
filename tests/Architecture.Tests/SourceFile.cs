using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>A C# file, read as text.</summary>
internal sealed partial class SourceFile
{
    public SourceFile(string project, string path)
    {
        (Project, Path) = (project, path);
        var text = SourceTree.Read(path);
        Lines = text.Count(character => character == '\n');
        var code = CommentOrString().Replace(text, " ");
        Namespace = FileScopedNamespace().Match(code) is { Success: true } match ? match.Groups[1].Value : null;
        Usings = [.. Using().Matches(code).Select(directive => directive.Groups[1].Value)];
        Types = [.. TypeDeclaration().Matches(code).Select(declaration => declaration.Groups[1].Value)];
        Names = Identifier().Matches(code).Select(name => name.Value).ToHashSet();
    }

    /// <summary>The project's folder, such as <c>src/RocketTfProvider</c>.</summary>
    public string Project { get; }

    /// <summary>Relative to the root, with slashes.</summary>
    public string Path { get; }

    public int Lines { get; }

    /// <summary>The folder that the file is in.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The file's name without <c>.cs</c>.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The file-scoped namespace; null where the file has none, as a program's first file.</summary>
    public string? Namespace { get; }

    /// <summary>The namespaces, and types, that using directives name.</summary>
    public IReadOnlyList<string> Usings { get; }

    /// <summary>The types that are not inside another, in the order of the file.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Every identifier in the code, qualified where the code qualifies it.</summary>
    public IReadOnlySet<string> Names { get; }

    public override string ToString() => Path;

    [GeneratedRegex("""(?:\$*@?|@?\$*)("{3,})[\s\S]*?\1|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/""")]
    private static partial Regex CommentOrString();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex FileScopedNamespace();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?([\w.]+)[^;(]*;", RegexOptions.Multiline)]
    private static partial Regex Using();

    // A type outside all others begins in the first column, since namespaces have no braces.
    [GeneratedRegex(
        @"^(?:\[.*\] ?)?(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|unsafe|ref) )*"
        + @"(?:class|record class|record struct|record|struct|interface|enum|delegate [\w<>?, ]+) (\w+)\b",
        RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")]
    private static partial Regex Identifier();
}
