using RocketChat.Emulator.Services;

namespace RocketChat.Emulator.Methods;

/// <summary>The test of push notifications.</summary>
internal static class PushMethods
{
    public static IEnumerable<KeyValuePair<string, ServerMethod>> All => [new("push_test", (call, _) => PushTest.Run(call))];
}
