namespace RocketChat.Emulator.Dns;

/// <summary>What must be so for an update to happen (RFC 2136 §3.2).</summary>
internal static class Prerequisite
{
    /// <returns><see cref="ResponseCode.Good"/>, or what an unmet condition is answered with.</returns>
    public static int Check(IReadOnlyList<UpdateStep> conditions, IReadOnlyList<ZoneRecord> records)
    {
        foreach (var (kind, wanted) in conditions.Where(condition => condition.Class != RecordClass.Internet))
        {
            var byName = wanted.Type == RecordType.Any;
            var exists = records.Any(record => byName ? record.Owner == wanted.Owner : record.IsOfTheSetOf(wanted));
            if (exists != (kind == RecordClass.Any))
            {
                return (byName, exists) switch
                {
                    (true, true) => ResponseCode.NameExists,
                    (true, false) => ResponseCode.NoSuchName,
                    (false, true) => ResponseCode.RecordsExist,
                    (false, false) => ResponseCode.NoSuchRecords,
                };
            }
        }
        var sets = conditions.Where(condition => condition.Class == RecordClass.Internet).Select(condition => condition.Record)
            .GroupBy(record => (record.Owner, record.Type));
        return sets.All(set => IsTheWholeSet([.. set], records)) ? ResponseCode.Good : ResponseCode.NoSuchRecords;
    }

    private static bool IsTheWholeSet(ZoneRecord[] wanted, IReadOnlyList<ZoneRecord> records)
    {
        var there = records.Where(record => record.IsOfTheSetOf(wanted[0])).ToArray();
        return Array.TrueForAll(wanted, record => there.Any(record.SaysTheSameAs))
            && Array.TrueForAll(there, record => wanted.Any(record.SaysTheSameAs));
    }
}
