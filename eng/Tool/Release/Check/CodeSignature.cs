using System.Buffers.Binary;

namespace Tool.Release.Check;

/// <summary>The code signature of a 64-bit program for macOS. On Apple's processors, the kernel kills a program that has none.</summary>
internal static class CodeSignature
{
    private const int HeaderLength = 32;
    private const int CommandCount = 16;
    private const uint Signature = 0x1D; // LC_CODE_SIGNATURE

    /// <summary>Whether the program carries one. Whose it is and whether it fits, only macOS tells.</summary>
    public static bool IsIn(ReadOnlySpan<byte> program)
    {
        var commands = program[HeaderLength..];
        for (var left = Number(program[CommandCount..]); left > 0; left--)
        {
            if (Number(commands) == Signature)
            {
                return true;
            }

            commands = commands[(int)Number(commands[sizeof(uint)..])..];
        }

        return false;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
