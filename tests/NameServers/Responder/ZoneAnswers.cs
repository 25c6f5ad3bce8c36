namespace NameServers;

/// <summary>How a well-behaved server answers from its zones.</summary>
public static class ZoneAnswers
{
    private const int MostAliases = 8;

    /// <summary>As a server that serves these zones, and nothing else.</summary>
    public static Func<Question, Answer> Authoritative(params Zone[] zones) => question => From(zones, question, recursive: false);

    /// <summary>As a resolver in a world of these zones.</summary>
    public static Func<Question, Answer> Recursive(params Zone[] zones) => question =>
        From(zones, question, recursive: true) with { IsAuthoritative = false, RecursionAvailable = true };

    private static Answer From(Zone[] zones, Question question, bool recursive)
    {
        var answers = new List<ZoneRecord>();
        var name = question.Name;
        for (var step = 0; step < MostAliases; step++)
        {
            if (Deepest(zones, name) is not { } zone)
            {
                return answers.Count > 0 ? new Answer { IsAuthoritative = true, Answers = answers } : recursive ? new Answer { Code = 3 } : Answer.Refused;
            }

            var delegation = zone.DelegationOf(name);
            if (delegation.Count > 0 && !recursive)
            {
                return new Answer
                {
                    IsAuthoritative = answers.Count > 0,
                    Answers = answers,
                    Authorities = delegation,
                    Additionals = [.. delegation.SelectMany(d => zone.At(d.Target)).Where(r => r.Type == RecordType.A)],
                };
            }

            var there = zone.Covering(name);
            var wanted = there?.Where(r => r.Type == question.Type).ToArray() ?? [];
            answers.AddRange(wanted);
            var alias = wanted.Length == 0 ? there?.FirstOrDefault(r => r.Type == RecordType.CName) : null;
            if (alias is null)
            {
                return new Answer
                {
                    Code = there is null && answers.Count == 0 ? 3 : 0,
                    IsAuthoritative = true,
                    Answers = answers,
                    Authorities = wanted.Length > 0 ? [] : [.. zone.At(zone.Apex).Where(r => r.Type == RecordType.Soa)],
                };
            }

            answers.Add(alias);
            name = alias.Target;
        }

        return Answer.ServFail;
    }

    private static Zone? Deepest(Zone[] zones, string name) =>
        zones.Where(z => name == z.Apex || name.EndsWith("." + z.Apex, StringComparison.Ordinal)).MaxBy(z => z.Apex.Length);
}
