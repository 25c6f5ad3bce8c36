using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>Finds its way in what `show -json` prints.</summary>
internal static class StateJson
{
    /// <summary>The attributes of a resource or data source in the root module.</summary>
    public static async Task<JsonNode> ResourceAsync(this Sandbox cli, string address)
    {
        var state = await cli.ShowStateAsync();
        var resources = state["values"]?["root_module"]?["resources"]?.AsArray() ?? [];
        var found = resources.SingleOrDefault(resource => resource!.Text("address") == address);
        Assert.True(found is not null, $"There is no {address} in the state: {state}");
        return found["values"]!;
    }

    public static string? Text(this JsonNode attributes, string name) => attributes[name]?.GetValue<string>();
}
