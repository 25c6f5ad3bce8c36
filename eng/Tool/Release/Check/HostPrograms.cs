namespace Tool.Release.Check;

/// <summary>The released programs for this machine, unpacked.</summary>
/// <param name="Work">A folder for what a check leaves; removed at the end.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Emulator">The emulator.</param>
internal sealed record HostPrograms(string Work, string Provider, string Emulator);
