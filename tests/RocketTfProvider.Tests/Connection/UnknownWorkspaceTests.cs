using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Connection;

/// <summary>A provider block whose address is known only after apply, while the state has objects.</summary>
public sealed class UnknownWorkspaceTests
{
    private const string TypeName = "rocketchat_setting";

    [Fact]
    public async Task Refresh_OfSeveralObjects_WarnsOnceThatNothingIsCompared()
    {
        await using var session = await ProviderSession.StartAsync();
        var config = ProviderSession.ObjectOf(SettingSchema.Instance, new()
        {
            ["setting_id"] = TfValue.Of("Layout_Home_Body"),
            ["value"] = TfValue.Dynamic(TfType.String, TfValue.Of("one")),
        });
        var planned = await session.PlanAsync(TypeName, SettingSchema.Instance, null, config);
        var made = (await session.ApplyAsync(TypeName, SettingSchema.Instance, null, config, planned)).HasNoError();
        await session.ConfigureAsync(new() { ["url"] = TfValue.Unknown });

        (await session.RefreshAsync(TypeName, SettingSchema.Instance, made)).Says("Warning: Workspace not compared");
        var read = (await session.RefreshAsync(TypeName, SettingSchema.Instance, made)).Says();

        Assert.Equal(made.Value, read.Value);
        (await session.PlanAsync(TypeName, SettingSchema.Instance, read, config)).Says();
    }
}
