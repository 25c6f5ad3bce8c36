namespace Acceptance.Running;

/// <summary>A public key as servers make them; nobody has the private half.</summary>
internal static class FederationKey
{
    public const string Text = "-----BEGIN PUBLIC KEY-----"
        + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmVZKKiF04Ucxwfle0B8lPKF4lvwCfWHMU4gKajp6ilJQlKHYewV7Wd00"
        + "pu0fGm2g0xewz7DpBs9NrXQK1NvRRoTNSfC3NS/dWaRXxJyp41Q1qcJyYpNBXIFGasGfhD6xtfvfPS5zhvsmjaaVB3qOOngNbBfU"
        + "FC/W83jffPGYnRBtzyGbFdXxAiN+o6XjFFXRtZyjv/swPf2NhRUsy44G6X7cM8piToLTDUAAuRHABbnDf1LeD+jz6JmaJUWWfL5Q"
        + "3lUAsgs7qdbTmxaiW2BgrEBo9j1j5ZMAro3b/89gu6dtlJO8hFY5tOfVzi9Rslq6L/hU/6RjC5VpDzL2iZTIwQIDAQAB"
        + "-----END PUBLIC KEY-----";
}
