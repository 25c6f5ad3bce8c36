namespace TerraformPlugin.Tests.Values;

internal static class Hex
{
    public static string Of(byte[] bytes) => Convert.ToHexStringLower(bytes);

    public static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
