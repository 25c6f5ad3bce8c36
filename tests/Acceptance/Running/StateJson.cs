using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>Finds its way in what `show -json` prints.</summary>
internal static class StateJson
{
    /// <summary>The attributes of a resource or data source in the root module.</summary>
    public static async Task<JsonNode> ResourceAsync(this Sandbox cli, string address)
    {
        var state = await cli.ShowStateAsync();
        var found = Resources(state).SingleOrDefault(resource => resource.Text("address") == address);
        Assert.True(found is not null, $"There is no {address} in the state: {state}");
        return found["values"]!;
    }

    /// <summary>The addresses of what the provider manages in the root module, without data sources.</summary>
    public static async Task<string[]> ManagedAddressesAsync(this Sandbox cli) =>
        [.. from resource in Resources(await cli.ShowStateAsync())
            where resource.Text("mode") == "managed"
            select resource.Text("address")];

    public static string? Text(this JsonNode attributes, string name) => attributes[name]?.GetValue<string>();

    private static IEnumerable<JsonNode> Resources(JsonNode state) =>
        (state["values"]?["root_module"]?["resources"]?.AsArray() ?? []).OfType<JsonNode>();
}
