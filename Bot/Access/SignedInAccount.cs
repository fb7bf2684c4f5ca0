using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PolicyAssistantBot.Access;

/// <summary>The signed-in account of the current HTTP request.</summary>
public sealed record SignedInAccount(string Id, string DisplayName, Roles Roles)
{
    /// <summary>A team of the person; the desk (the officials' pages) adds this claim on each request.</summary>
    public const string TeamClaim = "team";

    /// <summary>A team that has members but not this person; its unassigned cases are hidden from the person.</summary>
    public const string OtherTeamWithMembersClaim = "other-team";

    /// <summary>The account's user name.</summary>
    public const string UserNameClaim = "user-name";

    private const string SecurityStampClaim = "stamp";
    private const string SessionClaim = "session";
    private const string MustChangePasswordClaim = "must-change-password";
    private const string MustSetUpSecondFactorClaim = "must-set-up-second-factor";
    private const string ExternalSignInClaim = "external";

    public IReadOnlyList<string> Teams { get; init; } = [];

    public IReadOnlyList<string> OtherTeamsWithMembers { get; init; } = [];

    public static SignedInAccount? From(ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new SignedInAccount(id, principal.FindFirstValue(ClaimTypes.Name) ?? id, RolesOf(principal))
            {
                Teams = [.. principal.FindAll(TeamClaim).Select(c => c.Value)],
                OtherTeamsWithMembers = [.. principal.FindAll(OtherTeamWithMembersClaim).Select(c => c.Value)],
            }
            : null;

    public static bool MustChangePassword(ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == MustChangePasswordClaim);

    /// <summary>The person must set up a second factor before anything else.</summary>
    public static bool MustSetUpSecondFactor(ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == MustSetUpSecondFactorClaim);

    /// <summary>The person signed in with an identity provider, without a password here.</summary>
    public static bool IsExternal(ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == ExternalSignInClaim);

    public bool HasAny(Roles roles) => (Roles & roles) != Roles.None;

    public static ClaimsPrincipal CreatePrincipal(
        Account account,
        string sessionId,
        bool mustSetUpSecondFactor = false,
        bool isExternal = false
    )
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.DisplayName));
        identity.AddClaim(new Claim(UserNameClaim, account.UserName));
        identity.AddClaim(new Claim(SecurityStampClaim, account.SecurityStamp));
        identity.AddClaim(new Claim(SessionClaim, sessionId));
        identity.AddClaims(
            Enum.GetValues<Roles>()
                .Where(r => r != Roles.None && account.Roles.HasFlag(r))
                .Select(r => new Claim(ClaimTypes.Role, r.ToString()))
        );
        if (account.MustChangePassword && !isExternal)
        {
            identity.AddClaim(new Claim(MustChangePasswordClaim, "yes"));
        }

        if (mustSetUpSecondFactor)
        {
            identity.AddClaim(new Claim(MustSetUpSecondFactorClaim, "yes"));
        }

        if (isExternal)
        {
            identity.AddClaim(new Claim(ExternalSignInClaim, "yes"));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The id of the session; null when nobody is signed in.</summary>
    public static string? GetSessionId(ClaimsPrincipal principal) => principal.FindFirstValue(SessionClaim);

    public static bool MatchesAccount(ClaimsPrincipal principal, Account account) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) == account.Id
        && principal.FindFirstValue(SecurityStampClaim) == account.SecurityStamp;

    private static Roles RolesOf(ClaimsPrincipal principal) =>
        principal
            .FindAll(ClaimTypes.Role)
            .Aggregate(Roles.None, (all, claim) => Enum.TryParse<Roles>(claim.Value, out var role) ? all | role : all);
}
