using System.Text.Json;
using RocketChat.Client.Settings;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Tests.Settings;

/// <summary>The values that the plan of a destroy names.</summary>
public sealed class SettingsUndoTests
{
    private static readonly SettingAttribute Attribute = new("one", SettingKind.Number, "", "One") { PackageValue = "1" };

    private readonly SettingsPrivateState _state = new(new PrivateState());
    private readonly DiagnosticList _diagnostics = [];

    [Theory]
    [InlineData(null, "`One` to 1.")]
    [InlineData("2", "`One` to 2.")]
    public void Reset_UsesTheServersDefaultBeforeOurs(string? packaged, string line)
    {
        _state.Manage(["One"]);

        Undo("3", packaged, isKept: false).Review(_diagnostics);

        Assert.Contains(line, Assert.Single(_diagnostics).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData(null, false)]
    public void Review_OfWhatAnotherObjectKeepsOrTheServerLacks_SaysNothing(string? live, bool isKept)
    {
        _state.Manage(["One"]);

        Undo(live, null, isKept).Review(_diagnostics);

        Assert.Empty(_diagnostics);
    }

    private SettingsUndo Undo(string? live, string? packaged, bool isKept)
    {
        var settings = new Dictionary<string, Setting>(StringComparer.Ordinal);
        if (live is not null)
        {
            settings["One"] = new()
            {
                Id = "One",
                Value = SettingJson.Parse(live),
                PackageValue = packaged is null ? (JsonElement?)null : SettingJson.Parse(packaged),
            };
        }

        return new([Attribute], _state, settings, OnDestroy.Reset, _ => isKept);
    }
}
