using Xunit.v3;

namespace Acceptance.Running;

/// <summary>
/// Names a row of the table "Behavior" of a resource's page that the test shows to be true, by the mark at the end of the row in
/// <c>templates/resources</c>. A row that nobody names fails a test. The tests of a row run with <c>-trait "Behavior=setting/gone"</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class BehaviorRowAttribute(string page, string row) : Attribute, ITraitAttribute
{
    public string Page { get; } = page;

    public string Row { get; } = row;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Behavior", $"{Page}/{Row}")];
}
