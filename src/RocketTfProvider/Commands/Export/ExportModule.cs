using RocketTfProvider.Commands.Hcl;

namespace RocketTfProvider.Commands.Export;

/// <summary>The module that an export writes, while it reads.</summary>
internal sealed class ExportModule(PartialFolder folder)
{
    private readonly HclFile _imports = folder.File("imports.tf");

    public HclFile Rooms { get; } = folder.File("rooms.tf");

    public HclFile Push { get; } = folder.File("push.tf");

    public HclFile Federation { get; } = folder.File("federation.tf");

    public HclFile Settings { get; } = folder.File("settings.tf");

    /// <summary>The number of objects of each type, by type.</summary>
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of the secrets that stand in comments.</summary>
    public List<string> Secrets { get; } = [];

    public List<LeftOut> LeftOut { get; } = [];

    /// <summary>Adds a resource and its import.</summary>
    public void Add(HclFile file, string type, string name, string importId, HclBody content, params string[] comment)
    {
        file.Append(new HclBody().Comment(comment).Block($"resource \"{type}\" \"{name}\"", content));
        _imports.Append(new HclBody().Block(
            "import", new HclBody().Set("to", $"{type}.{name}").Set("id", HclText.Quote(importId))));
        Counts[type] = Counts.GetValueOrDefault(type) + 1;
    }

    /// <summary>Adds a secret, without its value, as a comment for a user to complete.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settingId">The setting.</param>
    /// <param name="variable">The variable that is to hold the secret.</param>
    /// <param name="use">The use of the variable.</param>
    /// <param name="explanation">The text above.</param>
    public void AddSecret(HclFile file, string settingId, string variable, HclBody use, string explanation)
    {
        var declaration = new HclBody().Block(
            $"variable \"{variable}\"", new HclBody().Set("type", "string").Set("sensitive", "true"));
        file.Append(new HclBody().Remark([explanation, "", .. declaration.Lines(), "", .. use.Lines()]));
        Secrets.Add(settingId);
    }
}
