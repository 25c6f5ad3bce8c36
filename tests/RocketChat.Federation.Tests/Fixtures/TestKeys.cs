using RocketChat.Federation.Records;

namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>Two public keys that servers created; the private keys are deleted.</summary>
internal static class TestKeys
{
    public const string Text = "-----BEGIN PUBLIC KEY-----"
        + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmVZKKiF04Ucxwfle0B8lPKF4lvwCfWHMU4gKajp6ilJQlKHYewV7Wd00"
        + "pu0fGm2g0xewz7DpBs9NrXQK1NvRRoTNSfC3NS/dWaRXxJyp41Q1qcJyYpNBXIFGasGfhD6xtfvfPS5zhvsmjaaVB3qOOngNbBfU"
        + "FC/W83jffPGYnRBtzyGbFdXxAiN+o6XjFFXRtZyjv/swPf2NhRUsy44G6X7cM8piToLTDUAAuRHABbnDf1LeD+jz6JmaJUWWfL5Q"
        + "3lUAsgs7qdbTmxaiW2BgrEBo9j1j5ZMAro3b/89gu6dtlJO8hFY5tOfVzi9Rslq6L/hU/6RjC5VpDzL2iZTIwQIDAQAB"
        + "-----END PUBLIC KEY-----";

    public const string OtherText = "-----BEGIN PUBLIC KEY-----"
        + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu9tDiLnBhtZ387xvxSa0eBOtuz+T5PuMSrjqHIdtbQG/19qnogB9tpBv"
        + "3uuCLQ3leTZ3ryuHmJXe8/3SXLMmrdcJaKxv6yHTBLmI2VJ2d+guhexmlZd9sJH/44+pJRJERbJ6BZ5u8p2tfmIHcmBMsuX5166d"
        + "AwF4ZkOtqk1W6MgiJomdFoSKlmS0Ux/GQnyLyfDVepXxbXBu8jOfFXcna+JOFBbfJo7ZOKQHgu2Os6/rQn4LS43Lda/uoMW/n8QU"
        + "8Ujs54SjxOqho6hTOi1lzVhI8+XSBhaLd2FfX40nkQsRkrJJ6sads/a3TzXkr8NSQfvTQGB5CQ1vAXwdngdJFQIDAQAB"
        + "-----END PUBLIC KEY-----";

    public static PublicKey Right { get; } = PublicKey.Parse(Text);
}
