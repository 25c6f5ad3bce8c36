namespace Tool.Release.Check;

/// <summary>Looks at the release in <c>dist/</c> as those who take it will: the registry, the CLIs, and a cautious user.</summary>
internal static class ReleaseCheckCommand
{
    /// <param name="reproduce">Whether to make the release again in another folder, which takes as long as the first time.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<int> RunAsync(bool reproduce, CancellationToken cancellationToken)
    {
        if (Distribution.In(Distribution.DefaultFolder) is not { } distribution)
        {
            await Console.Error.WriteLineAsync("dist/ holds no release: run `make release` first.");
            return 1;
        }

        var work = Directory.CreateTempSubdirectory("release-check-").FullName;
        try
        {
            PackageCheck.Run(distribution);
            PapersCheck.Run(distribution);
            await SignatureCheck.RunAsync(distribution, work, cancellationToken);
            var host = await HostCheck.RunAsync(distribution, work, cancellationToken);
            await MirrorCheck.RunAsync(distribution, host, cancellationToken);
            await Arm64Check.RunAsync(distribution, host, cancellationToken);
            if (reproduce)
            {
                await ReproductionCheck.RunAsync(distribution, work, cancellationToken);
            }

            Console.WriteLine("The release is as it should be.");
            return 0;
        }
        catch (ReleaseException failure)
        {
            await Console.Error.WriteLineAsync($"The release is not as it should be: {failure.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <exception cref="ReleaseException">The condition does not hold.</exception>
    public static void Demand(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ReleaseException(otherwise);
        }
    }

    public static void Passed(string check) => Console.WriteLine($"ok    {check}");

    public static void Skipped(string check, string why) => Console.WriteLine($"skip  {check}: {why}");
}
