using System.Globalization;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public class ProgramSegmentTests
{
    [Fact]
    public void The_segments_are_where_the_kernel_has_mapped_the_program()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a process where its program is.");
        var mapped = File.ReadLines("/proc/self/maps")
            .Where(line => line.EndsWith(Environment.ProcessPath!, StringComparison.Ordinal))
            .Select(RangeOf)
            .ToList();

        var segments = ProgramSegment.All();

        Assert.NotEmpty(segments);
        Assert.All(segments, segment => Assert.Contains(mapped, range => range.First <= segment.Address && segment.Address < range.End));
        Assert.Contains(segments, segment => segment.IsWritable);
        Assert.Contains(segments, segment => !segment.IsWritable);
        Assert.All(segments, segment => Assert.InRange(segment.FileSize, 1u, segment.Size));
    }

    private static (nuint First, nuint End) RangeOf(string line)
    {
        var bounds = line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-');
        return (Parse(bounds[0]), Parse(bounds[1]));
    }

    private static nuint Parse(string address) => nuint.Parse(address, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
