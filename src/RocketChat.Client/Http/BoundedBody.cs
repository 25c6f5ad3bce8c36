using System.Net.Http;

namespace RocketChat.Client.Http;

/// <summary>
/// Takes the body of an answer past RestSharp, which would keep a second copy as a string, and stops at a bound. RestSharp sees an empty
/// body.
/// </summary>
internal sealed class BoundedBody(int maxBytes)
{
    private Stream _source = Stream.Null;

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public Stream Attach(Stream source)
    {
        _source = source;
        return new Reader(this);
    }

    /// <exception cref="HttpRequestException">The body is larger than the bound.</exception>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var length && length > 0)
        {
            if (bytes.Length + length > maxBytes)
            {
                throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The body is larger than {maxBytes} bytes.");
            }

            bytes.Write(buffer, 0, length);
        }

        Bytes = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private sealed class Reader(BoundedBody body) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                body._source.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
