using Microsoft.AspNetCore.Authentication.OAuth;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>The framework's OAuth options; the addresses come from the provider's metadata, so their absence is no fault.</summary>
internal sealed class OpenIdHandlerOptions : OAuthOptions
{
    public const string Scheme = "openid";
    public const string Callback = "/desk/sign-in/callback";

    public override void Validate()
    {
        if (string.IsNullOrEmpty(ClientId))
        {
            throw new InvalidOperationException("Access:OpenId:ClientId is missing.");
        }
    }
}
