namespace Acceptance.Running;

/// <summary>The block by which a module requires the provider.</summary>
internal static class RequiredProvider
{
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
