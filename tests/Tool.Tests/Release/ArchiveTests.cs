using System.IO.Compression;
using Tool.Release;

namespace Tool.Tests.Release;

/// <summary>Packages whose bytes depend on their content only.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_TwiceFromFilesOfAnotherAge_GivesTheSameBytes()
    {
        var first = Write("first.zip", "a", Time.UtcDateTime.AddDays(-9));
        var second = Write("second.zip", "b", Time.UtcDateTime.AddDays(9));

        Assert.Equal(Checksums.Of(first), Checksums.Of(second));
    }

    [Fact]
    public void Write_ProgramAndPapers_MakesOnlyTheProgramExecutable()
    {
        using var zip = ZipFile.OpenRead(Write("package.zip", "a", Time.UtcDateTime));

        Assert.Equal(["program_v1.2.3", "LICENSE"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(["100755", "100644"], zip.Entries.Select(entry => Convert.ToString(entry.ExternalAttributes >>> 16, 8)));
    }

    private string Write(string package, string folder, DateTime written)
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder.FullName, folder)).FullName;
        var (program, license) = (Path.Combine(source, "program"), Path.Combine(source, "license"));
        File.WriteAllText(program, "a program");
        File.WriteAllText(license, "a license");
        File.SetLastWriteTimeUtc(program, written);
        var path = Path.Combine(_folder.FullName, package);
        Archive.Write(path, Time, [("program_v1.2.3", program), ("LICENSE", license)]);
        return path;
    }
}
