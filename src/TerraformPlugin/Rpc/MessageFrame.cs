using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;
using Grpc.Core;

namespace TerraformPlugin.Rpc;

/// <summary>
/// A message on the wire: a byte that says whether it is compressed, four bytes of length, most significant first, and the message.
/// Source: grpc/grpc, <c>doc/PROTOCOL-HTTP2.md</c>, Length-Prefixed-Message.
/// </summary>
internal static class MessageFrame
{
    private const int PrefixLength = 5;

    /// <summary>Reads the next message; null when there is none any more.</summary>
    /// <exception cref="RpcException">The message is compressed, incomplete, or none of its type.</exception>
    public static async ValueTask<IMessage?> ReadAsync(PipeReader reader, MessageParser parser, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (TryTake(read.Buffer, out var body))
            {
                var message = Parse(parser, body);
                reader.AdvanceTo(body.End);
                return message;
            }

            if (read.IsCompleted || read.IsCanceled)
            {
                return read.Buffer.IsEmpty ? null : throw Failure("The request ended in the middle of a message.");
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Writes a message, without flushing it.</summary>
    public static void Write(PipeWriter writer, IMessage message)
    {
        var prefix = writer.GetSpan(PrefixLength);
        prefix[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], message.CalculateSize());
        writer.Advance(PrefixLength);
        message.WriteTo(writer);
    }

    private static bool TryTake(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> body)
    {
        body = default;
        if (buffer.Length < PrefixLength)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        if (prefix[0] != 0)
        {
            throw Failure("A message is compressed, though the request names no compression.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (buffer.Length - PrefixLength < length)
        {
            return false;
        }

        body = buffer.Slice(PrefixLength, length);
        return true;
    }

    private static IMessage Parse(MessageParser parser, ReadOnlySequence<byte> body)
    {
        try
        {
            return parser.ParseFrom(body);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Failure($"A message cannot be read: {e.Message}");
        }
    }

    private static RpcException Failure(string why) => new(new Status(StatusCode.Internal, why));
}
