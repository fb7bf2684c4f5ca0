using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Pages;

/// <summary>What every page knows of its request.</summary>
/// <param name="Address">The address of the page, to come back to after the language was switched.</param>
public sealed record PageContext(Lang Lang, SignedInAccount? Who, string FormField, string FormToken, string Address);

/// <summary>Vietnamese, unless the person switched.</summary>
internal static class PageLanguage
{
    private const string Cookie = "desk-language";

    public static Lang Of(HttpContext context) => LangCodes.Parse(context.Request.Cookies[Cookie]) ?? Lang.Vi;

    public static void Set(HttpContext context, Lang lang) =>
        context.Response.Cookies.Append(
            Cookie,
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
    /// <summary>The identity provider that can be used instead; null when there is none.</summary>
    public LocalizedText? Provider { get; init; }
}

/// <param name="ProviderUrl">Where the identity provider's session ends.</param>
public sealed record SignedOutModel(string ProviderUrl);

public sealed record CodeModel(LocalizedText? Problem);

/// <param name="Secret">To be put into an app; null when there is one already.</param>
public sealed record SecondFactorModel(
    bool IsExternal,
    string? Secret,
    QrDrawing? Qr,
    bool IsRequired,
    int CodesLeft,
    LocalizedText? Problem
);

public sealed record RecoveryCodesModel(IReadOnlyList<string> Codes);

public sealed record PasswordModel(PasswordProblem? Problem, bool IsForced, int Shortest);

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record ViewsModel(
    IReadOnlyList<DataView> Views,
    long? Next,
    IReadOnlyList<Account> Accounts,
    string CaseNumber,
    string AccountId
);

/// <param name="WithSecondFactor">The accounts that have one.</param>
public sealed record AccountsModel(
    IReadOnlyList<Account> Accounts,
    IReadOnlySet<string> WithSecondFactor,
    AccountOutcome? Outcome,
    string UserName,
    string DisplayName
);
