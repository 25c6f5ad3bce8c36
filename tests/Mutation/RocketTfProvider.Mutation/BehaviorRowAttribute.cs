namespace Acceptance.Running;

/// <summary>Stands for the attribute of this name, which needs xunit v3.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BehaviorRowAttribute(string page, string mark) : Attribute
{
    public string Page => page;

    public string Mark => mark;
}
