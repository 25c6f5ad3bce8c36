namespace TerraformPlugin.Tests.Hosting;

/// <summary>A folder of a test's own, removed at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("test-").FullName;

    public IEnumerable<string> Entries => Directory.EnumerateFileSystemEntries(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
