using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PolicyAssistantBot.Access;

/// <summary>The person behind a request.</summary>
public sealed record SignedInAccount(string Id, string DisplayName, Roles Roles)
{
    /// <summary>A team that the person belongs to; the desk adds this claim on each request.</summary>
    public const string TeamClaim = "team";

    /// <summary>A team with members to which the person does not belong.</summary>
    public const string OtherTeamClaim = "other-team";

    /// <summary>The account's user name.</summary>
    public const string UserNameClaim = "user-name";

    private const string StampClaim = "stamp";
    private const string SinceClaim = "since";
    private const string MustChangeClaim = "must-change-password";
    private const string MustSetUpClaim = "must-set-up-second-factor";
    private const string ExternalClaim = "external";

    public IReadOnlyList<string> Teams { get; init; } = [];

    public IReadOnlyList<string> OtherTeams { get; init; } = [];

    public static SignedInAccount? From(ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new SignedInAccount(id, principal.FindFirstValue(ClaimTypes.Name) ?? id, RolesOf(principal))
            {
                Teams = [.. principal.FindAll(TeamClaim).Select(c => c.Value)],
                OtherTeams = [.. principal.FindAll(OtherTeamClaim).Select(c => c.Value)],
            }
            : null;

    public static bool MustChangePassword(ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == MustChangeClaim);

    /// <summary>The person must set up a second factor before anything else.</summary>
    public static bool MustSetUpSecondFactor(ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == MustSetUpClaim);

    /// <summary>The person signed in with an identity provider, without a password here.</summary>
    public static bool IsExternal(ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == ExternalClaim);

    public bool Has(Roles any) => (Roles & any) != Roles.None;

    public static ClaimsPrincipal ToPrincipal(
        Account account,
        DateTimeOffset since,
        bool mustSetUpSecondFactor = false,
        bool isExternal = false
    )
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.DisplayName));
        identity.AddClaim(new Claim(UserNameClaim, account.UserName));
        identity.AddClaim(new Claim(StampClaim, account.Stamp));
        identity.AddClaim(new Claim(SinceClaim, since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        identity.AddClaims(
            Enum.GetValues<Roles>()
                .Where(r => r != Roles.None && account.Roles.HasFlag(r))
                .Select(r => new Claim(ClaimTypes.Role, r.ToString()))
        );
        if (account.MustChangePassword && !isExternal)
        {
            identity.AddClaim(new Claim(MustChangeClaim, "yes"));
        }

        if (mustSetUpSecondFactor)
        {
            identity.AddClaim(new Claim(MustSetUpClaim, "yes"));
        }

        if (isExternal)
        {
            identity.AddClaim(new Claim(ExternalClaim, "yes"));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>When the session began; null when the cookie has no such claim.</summary>
    public static DateTimeOffset? SignedInAt(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(SinceClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;

    public static bool Matches(ClaimsPrincipal principal, Account account) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) == account.Id && principal.FindFirstValue(StampClaim) == account.Stamp;

    private static Roles RolesOf(ClaimsPrincipal principal) =>
        principal
            .FindAll(ClaimTypes.Role)
            .Aggregate(Roles.None, (all, claim) => Enum.TryParse<Roles>(claim.Value, out var role) ? all | role : all);
}
