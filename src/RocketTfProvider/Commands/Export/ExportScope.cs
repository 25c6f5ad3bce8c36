using System.Collections.Immutable;

namespace RocketTfProvider.Commands.Export;

/// <summary>The part of a workspace that is exported, and the form of it.</summary>
internal sealed record ExportScope
{
    public ImmutableArray<ExportSubject> Subjects { get; init; } = [.. Enum.GetValues<ExportSubject>()];

    /// <summary>The rooms, by a pattern with <c>*</c> and <c>?</c>; null for all.</summary>
    public string? Rooms { get; init; }

    /// <summary>Whether each owner becomes an object of its own, which leaves the other owners alone.</summary>
    public bool IsAdditive { get; init; }

    /// <summary>Whether settings with their packaged value are exported too.</summary>
    public bool HasAllSettings { get; init; }

    public bool Has(ExportSubject subject) => Subjects.Contains(subject);
}
