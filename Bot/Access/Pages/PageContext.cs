using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Pages;

/// <summary>What every page needs from its request.</summary>
/// <param name="Address">The page's own address, to return to after switching the language.</param>
public sealed record PageContext(Lang Lang, SignedInAccount? Account, string FormField, string FormToken, string Address)
{
    /// <summary>False while the person still has to change a one-time password or set up a second factor.</summary>
    public bool IsReady { get; init; } = true;
}

/// <summary>The language of the pages: Vietnamese unless the person switched.</summary>
internal static class PageLanguage
{
    private const string CookieName = "desk-language";

    public static Lang Get(HttpContext context) => LangCodes.Parse(context.Request.Cookies[CookieName]) ?? Lang.Vi;

    public static void Set(HttpContext context, Lang lang) =>
        context.Response.Cookies.Append(
            CookieName,
            lang.Code(),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
}

public sealed record MessageModel(LocalizedText Title, LocalizedText Text);

public sealed record SignInModel(string UserName, string ReturnUrl, LocalizedText? Problem)
{
    /// <summary>The name of the identity provider; null when none is configured.</summary>
    public LocalizedText? Provider { get; init; }
}

/// <param name="ProviderUrl">The URL that ends the session at the identity provider.</param>
public sealed record SignedOutModel(string ProviderUrl);

public sealed record CodeModel(LocalizedText? Problem);

/// <param name="Secret">The key for the app; null when an app is set up already.</param>
public sealed record SecondFactorModel(
    bool IsExternal,
    string? Secret,
    QrDrawing? Qr,
    bool IsRequired,
    int RecoveryCodesLeft,
    LocalizedText? Problem
)
{
    /// <summary>False shortly after the person signed in with the password.</summary>
    public bool NeedsPassword { get; init; } = true;
}

public sealed record RecoveryCodesModel(IReadOnlyList<string> Codes);

public sealed record PasswordModel(PasswordProblem? Problem, bool IsForced, int MinPasswordLength);

/// <param name="NextCursor">The cursor of the next page; null on the last page.</param>
public sealed record ViewLogModel(
    IReadOnlyList<CaseViewEntry> Entries,
    long? NextCursor,
    IReadOnlyList<Account> Accounts,
    string CaseNumber,
    string AccountId
);
