using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Protocol.Core;

/// <summary>
/// The results that core rejects after an apply ("Provider produced inconsistent result after apply") and in the plan that it makes again
/// during apply ("inconsistent final plan"): what was known must stay.
/// </summary>
internal static class ResultRules
{
    public static List<string> Violations(TfValue planned, TfValue actual)
    {
        var found = new List<string>();
        Compare(planned, actual, "", found);
        return found;
    }

    private static void Compare(TfValue planned, TfValue actual, string path, List<string> found)
    {
        if (planned.IsUnknown)
        {
            return;
        }

        if (planned.Kind != actual.Kind)
        {
            found.Add($"{path}: was {planned.Kind}, but now {actual.Kind}");
            return;
        }

        switch (planned.Kind)
        {
            case TfValueKind.List or TfValueKind.Tuple:
                if (planned.Elements.Count != actual.Elements.Count)
                {
                    found.Add($"{path}: {planned.Elements.Count} elements, but now {actual.Elements.Count}");
                    return;
                }

                foreach (var (i, element) in planned.Elements.Index())
                {
                    Compare(element, actual.Elements[i], $"{path}[{i}]", found);
                }

                break;
            case TfValueKind.Map or TfValueKind.Object:
                if (!planned.Attributes.Keys.ToHashSet().SetEquals(actual.Attributes.Keys))
                {
                    found.Add($"{path}: other keys");
                    return;
                }

                foreach (var (key, element) in planned.Attributes)
                {
                    Compare(element, actual.Attributes[key], $"{path}.{key}", found);
                }

                break;
            case TfValueKind.Set:
                // Elements with unknowns may turn out to be the same.
                if (actual.Elements.Count > planned.Elements.Count
            || (planned.IsWhollyKnown && actual.Elements.Count < planned.Elements.Count))
                {
                    found.Add($"{path}: length changed from {planned.Elements.Count} to {actual.Elements.Count}");
                }

                if (!planned.Elements.All(p => actual.Elements.Any(a => Violations(p, a).Count == 0)))
                {
                    found.Add($"{path}: planned set element does not correlate with any element in actual");
                }

                break;
            default:
                if (!planned.Equals(actual))
                {
                    found.Add($"{path}: was another value");
                }

                break;
        }
    }
}
