using System.Text.Json;
using RocketChat.Client.Settings;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Tests.Settings;

public sealed class ChangedSettingsTests
{
    [Fact]
    public void Changed_OfSettingsWithDefaults_AreThoseWithAnotherValue()
    {
        Setting[] settings =
        [
            Setting("Same", "true", "true"),
            Setting("Other", "false", "true"),
            Setting("Unknown", "1", null),
            new() { Id = "Masked", Value = default, IsMasked = true, PackageValue = SettingJson.Parse("\"\"") },
        ];

        Assert.Equal(["Other", "Masked"], settings.Changed().Select(setting => setting.Id));
    }

    [Fact]
    public void Changed_OfAVersionWithoutDefaults_IsRefusedAtTheAttribute()
    {
        var refused = Assert.Throws<DiagnosticException>(() => ((Setting[])[Setting("Unknown", "1", null)]).Changed());

        Assert.Equal(
            (
                "Package values not known",
                "This version of Rocket.Chat does not report the default values of its settings (7.5 and later do), so `changed_only`"
                + " cannot work. Remove it.",
                AttributePath.To("changed_only")),
            (refused.Diagnostic.Summary, refused.Diagnostic.Detail, refused.Diagnostic.Path));
    }

    private static Setting Setting(string id, string value, string? packaged) => new()
    {
        Id = id,
        Value = SettingJson.Parse(value),
        PackageValue = packaged is null ? (JsonElement?)null : SettingJson.Parse(packaged),
    };
}
