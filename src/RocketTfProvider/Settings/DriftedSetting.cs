namespace RocketTfProvider.Settings;

/// <summary>A setting that was changed outside of the configuration.</summary>
/// <param name="Attribute">Its row of the table.</param>
/// <param name="Id">The setting's id.</param>
internal sealed record DriftedSetting(SettingAttribute Attribute, string Id)
{
    /// <summary>Its value is a secret, on the server or in the configuration.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The stored value; null where no message may quote it.</summary>
    public string? Was { get; init; }

    /// <summary>The server's value; null where no message may quote it.</summary>
    public string? Now { get; init; }

    /// <summary>The server's environment may have set the value.</summary>
    public bool MayBeForced { get; init; }

    /// <summary>Whether the plan gives the setting the configured value again.</summary>
    public bool IsRestoredBy(SettingsPlan plan) =>
        Attribute.ValueIn(plan.Config) is { IsNull: false } value && (!value.IsWhollyKnown || plan.Changes(Attribute));

    /// <summary>The change; a value that no message may quote is in the plan if that restores it.</summary>
    public string Describe(SettingsPlan plan) =>
        IsSecret ? $"`{Id}` has another value than the one that was sent (it is a secret)"
        : Was is not null && Now is not null ? $"`{Id}` was {Was}, is {Now}"
        : IsRestoredBy(plan) ? $"`{Id}` has another value, which the difference of `{Attribute.Path}` shows"
        : $"`{Id}` has another value than the one of the last apply";
}
