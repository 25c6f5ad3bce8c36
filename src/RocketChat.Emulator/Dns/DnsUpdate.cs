namespace RocketChat.Emulator.Dns;

/// <summary>Dynamic updates of the zone (RFC 2136), unsigned.</summary>
internal static class DnsUpdate
{
    /// <returns>The response code; nothing was changed unless it is <see cref="ResponseCode.NoError"/>.</returns>
    /// <exception cref="FormatException">The message is not an update.</exception>
    public static int Apply(byte[] message, DnsZone zone)
    {
        var reader = new WireReader(message) { Position = 4 };
        var (zones, prerequisiteCount, changeCount, additionals) = (reader.Short(), reader.Short(), reader.Short(), reader.Short());
        var (apex, type, recordClass) = (reader.Name(), reader.Short(), reader.Short());
        if (zones != 1 || type != RecordType.Soa)
        {
            throw new FormatException("an update is for one zone");
        }

        var prerequisites = Steps(reader, prerequisiteCount);
        var steps = Array.ConvertAll(Steps(reader, changeCount), step => step.AsChange());
        if (apex != zone.Apex || recordClass != RecordClass.Internet || reader.Additionals(additionals).Signed)
        {
            return ResponseCode.NotAuth;
        }

        if (prerequisites.Concat(steps).Any(step => !zone.Contains(step.Record.Owner)))
        {
            return ResponseCode.NotZone;
        }

        if (steps.Any(step => step.Class == RecordClass.Internet && !zone.CanStore(step.Record)))
        {
            return ResponseCode.NotImp;
        }

        return zone.Change(records =>
        {
            var code = Prerequisite.Check(prerequisites, [zone.Soa, .. records]);
            Array.ForEach(code == ResponseCode.NoError ? steps : [], step => step.Apply(records, zone.Apex));
            return code;
        });
    }

    private static UpdateStep[] Steps(WireReader reader, int count)
    {
        var steps = new List<UpdateStep>();
        for (; count > 0; count--)
        {
            steps.Add(UpdateStep.Read(reader));
        }

        return [.. steps];
    }
}
