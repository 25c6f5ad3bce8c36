using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands.Export;

/// <summary>The folder that an export writes: complete, or not at all.</summary>
internal sealed class ExportFolder(string path)
{
    private readonly string _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Refuses a folder with content before anything is read.</summary>
    /// <exception cref="CommandFailure">The folder has content, or is a file.</exception>
    public void RequireEmpty()
    {
        if (File.Exists(_path) || (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any()))
        {
            throw new CommandFailure(Diagnostic.Error(
                "Folder is not empty",
                $"`--out` is {ForeignText.Clean(path)}, which is a file or a folder with content. The export overwrites nothing: name a "
                + "new or an empty folder."));
        }
    }

    /// <summary>Writes all files into a folder beside, which then takes the place of an empty or missing one.</summary>
    public async Task WriteAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken)
    {
        RequireEmpty();
        var partial = $"{_path}.partial-{Environment.ProcessId}";
        Directory.CreateDirectory(partial);
        try
        {
            foreach (var (name, content) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(partial, name), content, cancellationToken);
            }

            if (Directory.Exists(_path))
            {
                Directory.Delete(_path);
            }

            Directory.Move(partial, _path);
        }
        catch (Exception)
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }

            throw;
        }
    }
}
