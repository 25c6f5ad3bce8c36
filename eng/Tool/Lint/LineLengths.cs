namespace Tool.Lint;

/// <summary>Lines longer than .editorconfig allows, which no analyzer and no formatter refuses.</summary>
internal static class LineLengths
{
    private const int Columns = 140;

    public static IEnumerable<Finding> Check(SourceFile file) =>
        file.IsCSharp
            ? from line in file.Lines.Index()
              where line.Item.Length > Columns
              select new Finding(file.Path, line.Index + 1, $"{line.Item.Length} columns, at most {Columns}")
            : [];
}
