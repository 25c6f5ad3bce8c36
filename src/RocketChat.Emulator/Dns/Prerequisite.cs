namespace RocketChat.Emulator.Dns;

/// <summary>The prerequisites of an update (RFC 2136 §3.2).</summary>
internal static class Prerequisite
{
    /// <returns><see cref="ResponseCode.NoError"/>, or the code for the first prerequisite that is not met.</returns>
    public static int Check(IReadOnlyList<UpdateStep> prerequisites, IReadOnlyList<ZoneRecord> records)
    {
        foreach (var (recordClass, wanted) in prerequisites.Where(prerequisite => prerequisite.Class != RecordClass.Internet))
        {
            var byName = wanted.Type == RecordType.Any;
            var exists = records.Any(record => byName ? record.Owner == wanted.Owner : record.IsInSetOf(wanted));
            if (exists != (recordClass == RecordClass.Any))
            {
                return (byName, exists) switch
                {
                    (true, true) => ResponseCode.YxDomain,
                    (true, false) => ResponseCode.NxDomain,
                    (false, true) => ResponseCode.YxRrset,
                    (false, false) => ResponseCode.NxRrset,
                };
            }
        }

        var sets = prerequisites.Where(prerequisite => prerequisite.Class == RecordClass.Internet)
            .Select(prerequisite => prerequisite.Record)
            .GroupBy(record => (record.Owner, record.Type));
        return sets.All(set => IsSet([.. set], records)) ? ResponseCode.NoError : ResponseCode.NxRrset;
    }

    private static bool IsSet(ZoneRecord[] wanted, IReadOnlyList<ZoneRecord> records)
    {
        var existing = records.Where(record => record.IsInSetOf(wanted[0])).ToArray();
        return Array.TrueForAll(wanted, record => existing.Any(record.IsSameAs))
            && Array.TrueForAll(existing, record => wanted.Any(record.IsSameAs));
    }
}
