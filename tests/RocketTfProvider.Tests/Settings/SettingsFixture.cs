using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A resource that is made of settings, on a server that refuses writes when told to.</summary>
internal sealed class SettingsFixture : IAsyncDisposable
{
    private static readonly Fault Refusal = new() { Kind = FaultKind.Status, Status = 400, Method = "POST" };

    private readonly SettingsCase _case;
    private readonly CutOff _cutOff = new();
    private string _before = "";
    private readonly HttpClient _http = new();
    private ProviderSession _session = null!;
    private int _writesLeft = -1;
    private int? _refused;
    private string? _failsAfter;

    private SettingsFixture(SettingsCase settingsCase) => _case = settingsCase;

    public ProviderSession Session => _session;

    public ResourceLifecycle Lifecycle => new(_session, _case.Type, _case.Schema);

    /// <summary>The cut that the requests since <see cref="CutOff.After"/> meet.</summary>
    public CutOff Cut => _cutOff;

    /// <summary>Whether a write was accepted since <see cref="RefuseWrite"/>.</summary>
    public bool HasWritten { get; private set; }

    private Uri StateUrl => new(_session.Server.Url, "/_emulator/state");

    public static async Task<SettingsFixture> StartAsync(string name)
    {
        var settingsCase = SettingsCase.All[name];
        var fixture = new SettingsFixture(settingsCase);
        fixture._session = await ProviderSession.StartAsync(options: new EmulatorOptions
        {
            VersionProfile = settingsCase.Version,
            OnRequest = request => fixture.Count(request),
        });

        // Without retries, so that a cut does not wait for what will not come.
        await fixture._session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken, maxRetries: 0);
        fixture._cutOff.Watch(fixture._session);
        settingsCase.Prepare(fixture._session.Workspace);
        fixture._session.Workspace.SetSetting(settingsCase.Managed.Id, settingsCase.Managed.Other.DeepClone());
        fixture._before = await fixture._http.GetStringAsync(fixture.StateUrl, TestContext.Current.CancellationToken);
        return fixture;
    }

    public TfValue Config(string? mode) => _case.Config(Lifecycle, mode);

    /// <summary>Refuses one write of those from now on; and all that follow, if asked for.</summary>
    public void RefuseWrite(int number, bool andAllAfter = false)
    {
        (_writesLeft, _refused, HasWritten) = (number, andAllAfter ? null : 1, false);
        if (number == 1)
        {
            Refuse();
        }
    }

    /// <summary>Fails one read of settings after the next request whose path has this in it.</summary>
    public void FailReadAfter(string path) => _failsAfter = path;

    public void AcceptWrites()
    {
        (_writesLeft, _failsAfter) = (-1, null);
        _session.Server.Faults.Clear();
    }

    /// <summary>The settings that differ from the server's defaults, in JSON.</summary>
    public async Task<string> SettingsAsync() =>
        SettingsIn(await _http.GetStringAsync(StateUrl, TestContext.Current.CancellationToken));

    /// <summary>Expects the settings to be those from before anything was done.</summary>
    public async Task IsAsBeforeAsync() => Assert.Equal(SettingsIn(_before), await SettingsAsync());

    /// <summary>Gives the server what it had before anything was done.</summary>
    public async Task ResetAsync()
    {
        using var content = new StringContent(_before, Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync(StateUrl, content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _session.DisposeAsync();
    }

    // The credentials of the cloud are others at each registration, and the server builds the bridge's file when it is enabled.
    private static string SettingsIn(string state) => string.Join('\n', JsonNode.Parse(state)!["settings"]!.AsObject()
        .Where(s => s.Key != "Federation_Matrix_registration_file")
        .OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => s.Key.StartsWith("Cloud_Workspace_", StringComparison.Ordinal) ? s.Key : $"{s.Key}: {s.Value?.ToJsonString()}"));

    private void Count(RecordedRequest request)
    {
        _cutOff.Count();
        if (_failsAfter is { } path && request.Path.Contains(path, StringComparison.Ordinal))
        {
            _failsAfter = null;
            _session.Server.Faults.Add(
                new Fault { Kind = FaultKind.Status, Status = 500, Method = "GET", Path = "/api/v1/settings*", Count = 1 });
        }

        if (request.Method != "POST")
        {
            return;
        }

        HasWritten |= request.Status == 200;
        if (_writesLeft > 0 && --_writesLeft == 1)
        {
            Refuse();
        }
    }

    private void Refuse() => _session.Server.Faults.Add(Refusal with { Count = _refused });
}
