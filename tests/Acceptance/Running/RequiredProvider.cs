namespace Acceptance.Running;

/// <summary>The block by which a module requires the provider.</summary>
internal static class RequiredProvider
{
    /// <summary>The file that holds the block.</summary>
    public const string File = "provider.tf";

    public const string Block = """
        terraform {
          required_providers {
            rocketchat = {
              source = "rockettf/rocketchat"
            }
          }
        }


        """;
}
