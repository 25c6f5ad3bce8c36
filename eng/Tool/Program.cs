using Tool.Lint;

var words = new WordList(File.ReadLines(Repository.PathOf("eng", "lint", "words.txt")));
foreach (var file in SourceFile.All())
{
    foreach (var finding in LineLengths.Check(file).Concat(words.Check(file)))
    {
        Console.WriteLine(finding);
    }
}
