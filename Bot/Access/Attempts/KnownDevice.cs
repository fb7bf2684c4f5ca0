using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace PolicyAssistantBot.Access.Attempts;

/// <summary>A browser in which a person completed a sign-in before.</summary>
internal sealed record KnownDevice(string Id, string AccountId, DateTimeOffset ExpiresAt);

/// <summary>
/// Marks browsers with a protected cookie. It grants nothing: it only lets its owner try a password while others guess, within a count of
/// its own.
/// </summary>
internal sealed class KnownDeviceCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string CookieName = "desk-device";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly IDataProtector protector = protection.CreateProtector("PolicyAssistantBot.Access.KnownDevice.v1");

    public void Remember(HttpContext context, Account account)
    {
        var device = new KnownDevice(Passwords.PasswordService.CreateRandomId(), account.Id, time.GetUtcNow() + Lifetime);
        context.Response.Cookies.Append(
            CookieName,
            protector.Protect(JsonSerializer.Serialize(device)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = Lifetime,
                Path = AccessPaths.SignIn,
                IsEssential = true,
            }
        );
    }

    public KnownDevice? Find(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 and < 4096 } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KnownDevice>(protector.Unprotect(text)) is { } device && device.ExpiresAt > time.GetUtcNow()
                ? device
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
