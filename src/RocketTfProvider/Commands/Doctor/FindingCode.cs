namespace RocketTfProvider.Commands.Doctor;

/// <summary>A kind of finding. Codes never change between versions.</summary>
/// <param name="Id">The code, such as <c>clock_differs</c>.</param>
/// <param name="Area">The part of the checkup that finds it.</param>
/// <param name="IsError">Whether something does not work; otherwise something may not.</param>
/// <param name="Why">The consequence.</param>
/// <param name="Remedy">The remedy.</param>
/// <param name="Guide">The page of the documentation, below its root.</param>
internal sealed record FindingCode(string Id, string Area, bool IsError, string Why, string Remedy, string Guide)
{
    private const string Documentation = "https://registry.terraform.io/providers/rockettf/rocketchat/latest/docs/";

    public string Link => Documentation + Guide;
}
