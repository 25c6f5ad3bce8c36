using RocketTfProvider.Settings;

namespace RocketTfProvider.Tests.Settings;

public sealed class SecretHashTests
{
    private const int SaltLength = 16;

    [Fact]
    public void Of_TheSameSecretTwice_DiffersInSaltAndDigest()
    {
        var (one, two) = (Convert.FromBase64String(SecretHash.Of("secret-0123")), Convert.FromBase64String(SecretHash.Of("secret-0123")));

        Assert.NotEqual(one[..SaltLength], two[..SaltLength]);
        Assert.NotEqual(one[SaltLength..], two[SaltLength..]);
        Assert.Equal(SaltLength + 32, one.Length);
    }

    [Fact]
    public void Matches_OnlyTheSecretOfTheHash_IsTrue()
    {
        var hash = SecretHash.Of("secret-0123");

        Assert.True(SecretHash.Matches(hash, "secret-0123"));
        Assert.False(SecretHash.Matches(hash, "secret-0124"));
        Assert.False(SecretHash.Matches(hash[..^4], "secret-0123"));
        Assert.False(SecretHash.Matches("no hash", "secret-0123"));
        Assert.False(SecretHash.Matches("", ""));
    }
}
