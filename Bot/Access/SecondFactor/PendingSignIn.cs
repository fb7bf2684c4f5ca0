using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>A person who entered the right password but not yet the code. It gives access only to the page that asks for the
/// code.</summary>
/// <param name="Stamp">The account's stamp at that time: a change of password or roles in the meantime invalidates it.</param>
internal sealed record PendingSignIn(string AccountId, string Stamp, string ReturnUrl, DateTimeOffset Until);

/// <summary>Keeps pending sign-ins in a protected cookie for a few minutes.</summary>
internal sealed class PendingSignIns(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Cookie = "desk-code";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("PolicyAssistantBot.Access.PendingSignIn.v1");

    public void Begin(HttpContext context, Account account, string returnUrl)
    {
        var pending = new PendingSignIn(account.Id, account.Stamp, returnUrl, time.GetUtcNow() + Limit);
        context.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(pending)), Options(context));
    }

    public PendingSignIn? Find(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 4096 } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<PendingSignIn>(protector.Unprotect(text)) is { } pending && pending.Until > time.GetUtcNow()
                ? pending
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = AccessPaths.SignIn,
            IsEssential = true,
        };
}
