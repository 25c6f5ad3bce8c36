using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Settings;

/// <summary>The catalogs of settings, recorded from real servers or read from sources. A catalog is read when it is first needed.</summary>
internal static class SettingCatalog
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<SettingDefinition>> Catalogs = new();

    public static IReadOnlyList<SettingDefinition> Of(string version) => Catalogs.GetOrAdd(version, Read);

    private static IReadOnlyList<SettingDefinition> Read(string version)
    {
        using var resource = typeof(SettingCatalog).Assembly.GetManifestResourceStream($"{version}.jsonl")!;
        using var reader = new StreamReader(resource);
        var definitions = new List<SettingDefinition>();
        while (reader.ReadLine() is { } line)
        {
            definitions.Add(Definition(JsonNode.Parse(line)!.AsObject()));
        }

        return definitions;
    }

    private static SettingDefinition Definition(JsonObject line) => new(
        line["_id"]!.GetValue<string>(), line["type"]!.GetValue<string>(), line["packageValue"]?.DeepClone())
    {
        Group = line["group"]?.GetValue<string>(),
        IsPublic = IsSet(line, "public"),
        IsHidden = IsSet(line, "hidden"),
        IsSecret = IsSet(line, "secret"),
        IsReadOnly = IsSet(line, "readonly"),
        IsEnterprise = IsSet(line, "enterprise"),
        ValueWithoutLicense = line["invalidValue"]?.DeepClone(),
        Modules = Strings(line, "modules"),
        Choices = Strings(line, "values"),
        Minimum = line["minValue"]?.GetValue<double>(),
        Maximum = line["maxValue"]?.GetValue<double>(),
        EnableQuery = line["enableQuery"]?.GetValue<string>(),
    };

    private static bool IsSet(JsonObject line, string key) => line[key]?.GetValue<bool>() ?? false;

    private static string[] Strings(JsonObject line, string key) =>
        line[key] is JsonArray list ? [.. list.Select(item => item!.ToString())] : [];
}
