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

    /// <summary>Begins the files in a folder beside.</summary>
    public PartialFolder Begin() => new($"{_path}.partial-{Environment.ProcessId}");

    /// <summary>Lets the files take the place of an empty or missing folder.</summary>
    public void Complete(PartialFolder files)
    {
        RequireEmpty();
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path);
        }

        files.MoveTo(_path);
    }
}
