using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>Small strings that a resource stores beside its state. No CLI shows them, but state files hold them unencrypted.</summary>
public sealed class PrivateState
{
    // No resource has such a key.
    private const string ImportedKey = ".imported";

    private readonly SortedDictionary<string, string> _entries = new(StringComparer.Ordinal);

    /// <summary>Reads an entry.</summary>
    public bool TryGet(string key, [MaybeNullWhen(false)] out string value) => _entries.TryGetValue(key, out value);

    /// <summary>Stores an entry; null removes it.</summary>
    public void Set(string key, string? value)
    {
        if (value is null)
        {
            _entries.Remove(key);
        }
        else
        {
            _entries[key] = value;
        }
    }

    /// <summary>Marks an object that was imported: until its first read, the state has only what the import knew.</summary>
    internal void SetImported() => Set(ImportedKey, "true");

    /// <summary>Whether the object was imported and not read since; ends that.</summary>
    internal bool TakeImported() => _entries.Remove(ImportedKey);

    internal static PrivateState Decode(ReadOnlyMemory<byte> bytes)
    {
        var state = new PrivateState();
        if (bytes.IsEmpty)
        {
            return state;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                state.Set(entry.Name, entry.Value.GetString());
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new TfDecodeException("the private state was not written by this provider", error);
        }

        return state;
    }

    internal byte[] Encode()
    {
        if (_entries.Count == 0)
        {
            return [];
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in _entries)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
