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
        SettingsPlan plan, ImmutableArray<WantedSetting> wanted, SettingsModel state, SettingsPrivateState privateState) =>
        (_plan, Wanted, State, _private) = (plan, wanted, state, privateState);

    /// <summary>The settings that the configuration has a value for.</summary>
    public ImmutableArray<WantedSetting> Wanted { get; }

    /// <summary>The planned object; its unknown settings have the server's values.</summary>
    public SettingsModel State { get; }

    /// <summary>The settings that were written so far.</summary>
    public IReadOnlyList<SettingAttribute> Written => _written;

    /// <summary>The settings that differ, in the order of the table: those that <see cref="WriteAsync"/> writes.</summary>
    public IEnumerable<WantedSetting> Differing => Wanted.Where(w => !IsHeldBack(w) && !IsThere(w));

    /// <summary>Records the secrets that the server has already.</summary>
    public void RecordPresent()
    {
        foreach (var secret in Wanted.Where(w => w.Attribute.IsSecret && !IsHeldBack(w) && IsThere(w)))
        {
            RecordSent(secret);
        }
    }

    /// <summary>Records a secret that was sent in another way than by <see cref="WriteAsync"/>.</summary>
    public void RecordSent(WantedSetting secret)
    {
        if (!_private.IsLastSent(secret.Id, secret.Secret))
        {
            _private.Sent(secret.Id, secret.Secret);
        }
    }

    /// <summary>Writes the settings that differ, in the order of the table.</summary>
    /// <param name="writes">Receives what is written.</param>
    /// <param name="isIncluded">Limits the write to some of them; null for all.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="RocketChatException">Some of the settings may have been written.</exception>
    public async Task WriteAsync(SettingWrites writes, Func<SettingAttribute, bool>? isIncluded, CancellationToken cancellationToken)
    {
        WantedSetting[] differing = [.. Differing.Where(w => isIncluded?.Invoke(w.Attribute) != false)];
        if (differing.Length == 0)
        {
            return;
        }

        await writes.ReplaceAsync([.. differing.Select(w => (w.Live, w.Json))], cancellationToken);
        foreach (var secret in differing.Where(w => w.Attribute.IsSecret))
        {
            RecordSent(secret);
        }

        _written.AddRange(differing.Select(w => w.Attribute));
    }

    // A write-only value whose version did not change was not planned to be sent.
    private bool IsHeldBack(WantedSetting wanted) =>
        wanted.Attribute.IsSecret
        && !_plan.Config.At(wanted.Attribute.Path).IsPresent
        && _private.HasSent(wanted.Id)
        && _plan.KeepsVersion(wanted.Attribute);

    private bool IsThere(WantedSetting wanted) => wanted is { Live.IsMasked: true, Attribute.IsSecret: true }
        ? _private.IsLastSent(wanted.Id, wanted.Secret)
        : wanted.IsLive;
}
