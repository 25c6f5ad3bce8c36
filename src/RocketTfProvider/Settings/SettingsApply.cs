using System.Collections.Immutable;
using RocketChat.Client;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>An apply that <see cref="SettingsSession.Begin"/> began.</summary>
internal sealed class SettingsApply
{
    private readonly SettingsPlan _plan;
    private readonly SettingsPrivateState _private;
    private readonly List<SettingAttribute> _written = [];

    internal SettingsApply(
        SettingsPlan plan, ImmutableArray<WantedSetting> wanted, SettingsModel state, SettingsPrivateState privateState)
    {
        (_plan, Wanted, State, _private) = (plan, wanted, state, privateState);
        foreach (var secret in wanted.Where(w => w.Attribute.IsSecret && !IsHeldBack(w) && IsThere(w)))
        {
            RecordSent(secret);
        }
    }

    /// <summary>The settings that the configuration has a value for.</summary>
    public ImmutableArray<WantedSetting> Wanted { get; }

    /// <summary>The planned object; its unknown settings have the server's values.</summary>
    public SettingsModel State { get; }

    /// <summary>The settings that were written so far.</summary>
    public IReadOnlyList<SettingAttribute> Written => _written;

    /// <summary>Writes the settings that differ, in the order of the table.</summary>
    /// <param name="api">The server's settings, which are compared once more before they are written.</param>
    /// <param name="isIncluded">Limits the write to some of them; null for all.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The settings that were written by this call.</returns>
    public async Task<IReadOnlyList<SettingAttribute>> WriteAsync(
        SettingsApi api, Func<SettingAttribute, bool>? isIncluded, CancellationToken cancellationToken)
    {
        WantedSetting[] wanted =
            [.. Wanted.Where(w => isIncluded?.Invoke(w.Attribute) != false && !(w.Attribute.IsSecret && (IsHeldBack(w) || IsThere(w))))];
        if (wanted.Length == 0)
        {
            return [];
        }

        var ids = await api.ChangeAsync([.. wanted.Select(w => new SettingChange(w.Id, w.Json))], cancellationToken);
        foreach (var secret in wanted.Where(w => w.Attribute.IsSecret))
        {
            RecordSent(secret);
        }

        SettingAttribute[] written = [.. wanted.Where(w => ids.Contains(w.Id)).Select(w => w.Attribute)];
        _written.AddRange(written);
        return written;
    }

    // A write-only value whose version did not change was not planned to be sent.
    private bool IsHeldBack(WantedSetting wanted) =>
        wanted.Attribute.IsSecret
        && !_plan.Config.At(wanted.Attribute.Path).IsPresent
        && _private.HasSent(wanted.Id)
        && _plan.KeepsVersion(wanted.Attribute);

    private bool IsThere(WantedSetting secret) => secret.Live.IsMasked
        ? _private.IsLastSent(secret.Id, secret.Value.String)
        : secret.IsLive;

    private void RecordSent(WantedSetting secret)
    {
        if (!_private.IsLastSent(secret.Id, secret.Value.String))
        {
            _private.Sent(secret.Id, secret.Value.String);
        }
    }
}
