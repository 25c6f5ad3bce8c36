using RocketChat.Emulator.Recording;

namespace Benchmarks.Measuring;

/// <summary>Calls that wait for one another.</summary>
internal static class CallChain
{
    /// <summary>The most calls that follow each other, each sent after the one before was answered.</summary>
    public static int Length(IEnumerable<RecordedRequest> requests)
    {
        var length = 0;
        var end = DateTimeOffset.MinValue;
        foreach (var request in requests.OrderBy(request => request.AnsweredAt))
        {
            if (request.At >= end)
            {
                length++;
                end = request.AnsweredAt;
            }
        }

        return length;
    }
}
