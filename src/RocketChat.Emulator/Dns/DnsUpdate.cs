namespace RocketChat.Emulator.Dns;

/// <summary>Dynamic updates of the zone (RFC 2136), unsigned.</summary>
internal static class DnsUpdate
{
    /// <returns>The response code; unless it is <see cref="ResponseCode.Good"/>, nothing was changed.</returns>
    /// <exception cref="FormatException">The message is no update.</exception>
    public static int Apply(byte[] message, DnsZone zone)
    {
        var reader = new WireReader(message) { Position = 4 };
        var (zones, conditions, changes, additionals) = (reader.Short(), reader.Short(), reader.Short(), reader.Short());
        var (apex, type, kind) = (reader.Name(), reader.Short(), reader.Short());
        if (zones != 1 || type != RecordType.Soa)
        {
            throw new FormatException("an update is for one zone");
        }
        var prerequisites = Steps(reader, conditions);
        var steps = Array.ConvertAll(Steps(reader, changes), step => step.Checked());
        if (apex != zone.Apex || kind != RecordClass.Internet || reader.Additionals(additionals).Signed)
        {
            return ResponseCode.NotAuthorised;
        }
        if (prerequisites.Concat(steps).Any(step => !zone.Holds(step.Record.Owner)))
        {
            return ResponseCode.NotInZone;
        }
        if (steps.Any(step => step.Class == RecordClass.Internet && !zone.CanStore(step.Record)))
        {
            return ResponseCode.NotImplemented;
        }
        return zone.Change(records =>
        {
            var code = Prerequisite.Check(prerequisites, [zone.Soa, .. records]);
            Array.ForEach(code == ResponseCode.Good ? steps : [], step => step.Do(records, zone.Apex));
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
