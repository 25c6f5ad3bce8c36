namespace Tool.Compatibility;

/// <summary>The effect of a change on a configuration that worked before.</summary>
internal enum ChangeKind
{
    /// <summary>The schemas are equal.</summary>
    None,

    /// <summary>Each configuration still works.</summary>
    Additive,

    /// <summary>A configuration may have to change.</summary>
    Breaking,
}
