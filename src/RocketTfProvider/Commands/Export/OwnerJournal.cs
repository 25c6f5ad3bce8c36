using System.Text;
using System.Text.Json;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands.Export;

/// <summary>
/// The owners that an export has read, in a file beside its folder: one line for each room, so that a run that ends early, even by a kill,
/// leaves what it had. Reading owners is the part that the server's limit makes slow. The file has ids and usernames, and no secrets.
/// </summary>
internal sealed class OwnerJournal : IDisposable
{
    private readonly string _path;
    private readonly Dictionary<string, ExportedOwner[]> _read = new(StringComparer.Ordinal);
    private readonly StreamWriter _writer;
    private bool _isNeeded;

    private OwnerJournal(string path, string header, IEnumerable<string> lines)
    {
        _path = path;
        var kept = new List<string> { header };
        foreach (var line in lines)
        {
            // The last line of a run that was killed can be cut off.
            if (Parse(line) is var (room, owners))
            {
                _read[room] = owners;
                kept.Add(line);
            }
        }

        Count = _read.Count;
        _isNeeded = Count > 0;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, kept);
        _writer = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>The number of rooms that an earlier run has read.</summary>
    public int Count { get; }

    /// <param name="folder">The folder of the export.</param>
    /// <returns>The file beside it.</returns>
    public static string PathFor(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".resume";

    /// <summary>Takes up what an earlier run has read of the same workspace, or begins.</summary>
    /// <param name="folder">The folder of the export.</param>
    /// <param name="workspace">The address and the unique id of the workspace.</param>
    /// <exception cref="CommandFailure">The file is of another workspace.</exception>
    public static OwnerJournal Open(string folder, string workspace)
    {
        var path = PathFor(folder);
        var header = JsonLine(json => json.WriteString("workspace", workspace));
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [header];
        if (lines.Length > 0 && lines[0] != header)
        {
            throw new CommandFailure(Diagnostic.Error(
                "Earlier export is of another workspace",
                $"`--resume` found {ForeignText.Clean(path)}, which an export of another workspace left. Delete that file, or name another "
                + "folder."));
        }

        return new OwnerJournal(path, header, lines.Skip(1));
    }

    /// <summary>The owners that an earlier run has read; null for a room that it did not come to.</summary>
    public IReadOnlyList<ExportedOwner>? Of(string roomId) => _read.GetValueOrDefault(roomId);

    public void Add(string roomId, IEnumerable<ExportedOwner> owners)
    {
        _writer.WriteLine(JsonLine(json =>
        {
            json.WriteString("room", roomId);
            json.WriteStartObject("owners");
            foreach (var owner in owners)
            {
                json.WriteString(owner.Id, owner.Username);
            }

            json.WriteEndObject();
        }));
        _isNeeded = true;
    }

    /// <summary>The export is written: the file goes when this object does.</summary>
    public void Complete() => _isNeeded = false;

    public void Dispose()
    {
        _writer.Dispose();
        if (!_isNeeded)
        {
            File.Delete(_path);
        }
    }

    private static (string Room, ExportedOwner[] Owners)? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return (
                document.RootElement.GetProperty("room").GetString()!,
                [.. document.RootElement.GetProperty("owners").EnumerateObject()
                    .Select(owner => new ExportedOwner(owner.Name, owner.Value.GetString()!))]);
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string JsonLine(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
