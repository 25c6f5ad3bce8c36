using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>
/// The settings that an apply has sent to the server, with their values from before. A create that fails takes them back.
/// </summary>
internal sealed class SettingWrites(SettingsApi api)
{
    // Taking back begins when the user has pressed Ctrl-C or the time of the create is over, so it has a time of its own.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly List<Setting> _before = [];

    /// <summary>Records a setting that is written in another way than by <see cref="ChangeAsync"/>.</summary>
    /// <param name="before">The setting before the write.</param>
    public void Add(Setting before)
    {
        if (_before.TrueForAll(other => other.Id != before.Id))
        {
            _before.Add(before);
        }
    }

    /// <summary>Writes those settings that differ from what is stored, and reads them back.</summary>
    /// <returns>The ids that were written.</returns>
    /// <exception cref="RocketChatException">Some of the settings may have been written.</exception>
    public Task<IReadOnlyList<string>> ChangeAsync(
        IReadOnlyCollection<(Setting Before, JsonElement Value)> changes, CancellationToken cancellationToken) =>
        api.ChangeAsync(Record(changes), cancellationToken);

    /// <summary>Writes settings that were just read and differ, and reads them back.</summary>
    /// <exception cref="RocketChatException">Some of the settings may have been written.</exception>
    public Task ReplaceAsync(IReadOnlyCollection<(Setting Before, JsonElement Value)> changes, CancellationToken cancellationToken) =>
        api.ReplaceAsync(Record(changes), cancellationToken);

    /// <summary>Accepts what was written so far: it is not taken back.</summary>
    public void Accept() => _before.Clear();

    /// <summary>Runs a create; if it fails, what it has written is taken back, and no object is stored.</summary>
    /// <param name="context">The create.</param>
    /// <param name="partial">The object that is stored, as tainted, if something cannot be taken back.</param>
    /// <param name="create">The create itself.</param>
    public async Task<TModel> CreateAsync<TModel>(ApplyContext<TModel> context, TModel partial, Func<Task<TModel>> create)
        where TModel : class
    {
        try
        {
            return await create();
        }
        catch (Exception)
        {
            if (!await TakeBackAsync(context.Diagnostics))
            {
                context.SavePartial(partial);
            }

            throw;
        }
    }

    /// <summary>Gives the settings their values from before, the last one that was written first.</summary>
    /// <param name="diagnostics">Receives a warning of what was taken back, and one of what was not.</param>
    /// <returns>False if a setting has, or may have, another value than before although that one is known.</returns>
    public async Task<bool> TakeBackAsync(DiagnosticList diagnostics)
    {
        var (taken, hidden, left) = await UndoAsync();
        SettingsDiagnostics.AddTakenBack(taken, hidden, left, diagnostics);
        return left.Count == 0;
    }

    /// <summary>Gives the settings their values from before, the last one that was written first.</summary>
    /// <returns>The ids of those that have it again, of those whose value from before is not known, and of all others.</returns>
    public async Task<(IReadOnlyList<string> Taken, IReadOnlyList<string> Hidden, IReadOnlyList<string> Left)> UndoAsync()
    {
        using var deadline = new CancellationTokenSource(Limit);
        var (taken, hidden, left) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var setting in Enumerable.Reverse(_before))
        {
            if (setting.IsMasked)
            {
                hidden.Add(setting.Id);
                continue;
            }

            try
            {
                taken.AddRange(await api.ChangeAsync([new SettingChange(setting.Id, setting.Value)], deadline.Token));
            }
            catch (Exception failure) when (failure is RocketChatException or OperationCanceledException)
            {
                left.Add(setting.Id);
            }
        }

        return (taken, hidden, left);
    }

    private SettingChange[] Record(IReadOnlyCollection<(Setting Before, JsonElement Value)> changes)
    {
        foreach (var (before, _) in changes)
        {
            Add(before);
        }

        return [.. changes.Select(c => new SettingChange(c.Before.Id, c.Value))];
    }
}
