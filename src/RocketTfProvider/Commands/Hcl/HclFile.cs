namespace RocketTfProvider.Commands.Hcl;

/// <summary>
/// A file of configuration that grows block by block, so that its length takes no memory. It exists on the disk from its first block on.
/// </summary>
internal sealed class HclFile(string path) : IDisposable
{
    private StreamWriter? _writer;

    /// <summary>Adds blocks at the end, behind an empty line.</summary>
    public void Append(HclBody blocks)
    {
        _writer?.Write('\n');
        _writer ??= new StreamWriter(path);
        foreach (var line in blocks.Lines())
        {
            _writer.Write(line);
            _writer.Write('\n');
        }
    }

    public void Dispose() => _writer?.Dispose();
}
