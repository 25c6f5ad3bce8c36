using RocketTfProvider.Commands.Hcl;

namespace RocketTfProvider.Commands.Export;

/// <summary>
/// The files of an export while they are written, in a folder beside its own. They go with this object, unless they were complete and took
/// their place.
/// </summary>
internal sealed class PartialFolder : IDisposable
{
    private readonly string _path;
    private readonly List<HclFile> _files = [];

    /// <param name="path">The folder. It must not exist.</param>
    public PartialFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(path);
    }

    /// <summary>A file of configuration, which exists once it has a block.</summary>
    public HclFile File(string name)
    {
        var file = new HclFile(Path.Combine(_path, name));
        _files.Add(file);
        return file;
    }

    /// <summary>A file of another kind.</summary>
    public Task WriteAsync(string name, string text, CancellationToken cancellationToken) =>
        System.IO.File.WriteAllTextAsync(Path.Combine(_path, name), text, cancellationToken);

    /// <summary>Ends all files and gives the folder its name.</summary>
    /// <param name="path">The name, which nothing must have.</param>
    public void MoveTo(string path)
    {
        Close();
        Directory.Move(_path, path);
    }

    public void Dispose()
    {
        Close();
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    private void Close()
    {
        _files.ForEach(file => file.Dispose());
        _files.Clear();
    }
}
