using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>A person who entered the right password but not yet the code. It gives access only to the page that asks for the
/// code.</summary>
/// <param name="SecurityStamp">The account's stamp at that time: a change of password or roles in the meantime invalidates it.</param>
internal sealed record PendingSignIn(
    string AccountId,
    [property: JsonPropertyName("Stamp")] string SecurityStamp,
    string ReturnUrl,
    [property: JsonPropertyName("Until")] DateTimeOffset ExpiresAt
);

/// <summary>Keeps pending sign-ins in a protected cookie for a few minutes.</summary>
internal sealed class PendingSignInCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string CookieName = "desk-code";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("PolicyAssistantBot.Access.PendingSignIn.v1");

    public void Begin(HttpContext context, Account account, string returnUrl)
    {
        var pending = new PendingSignIn(account.Id, account.SecurityStamp, returnUrl, time.GetUtcNow() + Lifetime);
        context.Response.Cookies.Append(CookieName, protector.Protect(JsonSerializer.Serialize(pending)), CreateCookieOptions(context));
    }

    public PendingSignIn? Find(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 and < 4096 } text)
        {
            return null;
        }

        try
        {
            return
                JsonSerializer.Deserialize<PendingSignIn>(protector.Unprotect(text)) is { } pending && pending.ExpiresAt > time.GetUtcNow()
                ? pending
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(CookieName, CreateCookieOptions(context));

    private static CookieOptions CreateCookieOptions(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = AccessPaths.SignIn,
            IsEssential = true,
        };
}
