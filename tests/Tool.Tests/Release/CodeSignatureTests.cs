using System.Buffers.Binary;
using Tool.Release.Check;

namespace Tool.Tests.Release;

public sealed class CodeSignatureTests
{
    private const uint Segment = 0x19;
    private const uint Signature = 0x1D;

    [Theory]
    [InlineData(false)]
    [InlineData(true, Signature)]
    [InlineData(true, Segment, Signature)]
    [InlineData(false, Segment, Segment)]
    public void IsIn_ProgramWithTheseCommands_LooksForTheSignature(bool expected, params uint[] commands) =>
        Assert.Equal(expected, CodeSignature.IsIn(Program(commands)));

    // A header of 32 bytes, which counts the commands; then commands of 24 bytes, with a number that looks like a signature in them.
    private static byte[] Program(uint[] commands)
    {
        var program = new byte[32 + (24 * commands.Length)];
        Write(program, 16, (uint)commands.Length);
        foreach (var (command, index) in commands.Select((command, index) => (command, index)))
        {
            Write(program, 32 + (24 * index), command);
            Write(program, 36 + (24 * index), 24);
            Write(program, 40 + (24 * index), Signature);
        }

        return program;
    }

    private static void Write(byte[] program, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(program.AsSpan(at), number);
}
