namespace Tool.Release;

/// <summary>A program as built for a platform.</summary>
/// <param name="Product">The program.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Program">The file.</param>
/// <param name="Package">The zip that holds it.</param>
internal sealed record ReleasePart(Product Product, Platform Platform, string Program, string Package);
