namespace Benchmarks.Running;

/// <summary>A way in which programs are built: native or ordinary.</summary>
/// <param name="Provider">The provider.</param>
internal sealed record Build(ProviderBuild Provider)
{
    /// <summary>Both, the one that we ship first.</summary>
    public static IReadOnlyList<Build> All { get; } = [new(ProviderBuild.Native), new(ProviderBuild.Ordinary)];

    public string Name => Provider.Name;

    /// <summary>The SDK with a trivial resource.</summary>
    public string Sample => Repository.PathOf("artifacts", "bench", Name, "SampleProvider");

    /// <summary>The size of the provider in MB, without the runtime that an ordinary build needs besides.</summary>
    public double Size()
    {
        var binary = new FileInfo(Provider.Binary);
        var files = binary.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Directory!.GetFiles() : [binary];
        return files.Sum(file => file.Length) / 1e6;
    }
}
