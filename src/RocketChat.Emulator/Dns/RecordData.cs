namespace RocketChat.Emulator.Dns;

/// <summary>The data of a record in a message, whose names can be compressed.</summary>
internal static class RecordData
{
    /// <returns>The data with uncompressed names; unchanged when the type is not known.</returns>
    /// <exception cref="FormatException">The data does not fit the type.</exception>
    public static byte[] Read(WireReader reader, ushort type, int length)
    {
        var end = reader.Position + length;
        var data = type switch
        {
            RecordType.A => reader.Bytes(4),
            RecordType.Aaaa => reader.Bytes(16),
            RecordType.Ns or RecordType.CName => new WireWriter().Name(reader.Name()).ToArray(),
            RecordType.Srv => new WireWriter().Bytes(reader.Bytes(6)).Name(reader.Name()).ToArray(),
            RecordType.Txt => Strings(reader, end),
            _ => reader.Bytes(length),
        };
        return reader.Position == end ? data : throw new FormatException("the data does not match its type");
    }

    /// <summary>The strings of a TXT record.</summary>
    public static IEnumerable<byte[]> Strings(byte[] data)
    {
        for (var at = 0; at < data.Length; at += data[at] + 1)
        {
            yield return data[(at + 1)..(at + 1 + data[at])];
        }
    }

    private static byte[] Strings(WireReader reader, int end)
    {
        var writer = new WireWriter();
        do
        {
            writer.Text(reader.Bytes(reader.Bytes(1)[0]));
        }
        while (reader.Position < end);

        return writer.ToArray();
    }
}
