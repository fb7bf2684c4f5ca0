using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Teams;

/// <summary>
/// Adds the official's teams to each request, from the current routing: an official who leaves a team loses sight of its cases at once.
/// </summary>
internal sealed class TeamClaimsTransformation(DeskSettingsStore settingsStore) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (
            principal.FindFirstValue(SignedInAccount.UserNameClaim) is not { } userName
            || principal.HasClaim(c => c.Type is SignedInAccount.TeamClaim or SignedInAccount.OtherTeamWithMembersClaim)
        )
        {
            return principal;
        }

        var routing = (await settingsStore.GetAsync(CancellationToken.None)).Routing;
        var ownTeams = routing.ListTeamsOf(userName);
        var claims = routing
            .Teams.Where(team => team.Members.Count > 0)
            .Select(team => new Claim(
                ownTeams.Contains(team.Key) ? SignedInAccount.TeamClaim : SignedInAccount.OtherTeamWithMembersClaim,
                team.Key
            ))
            .ToList();
        if (claims.Count == 0)
        {
            return principal;
        }

        var principalWithTeams = new ClaimsPrincipal(principal.Identities.Select(identity => identity.Clone()));
        principalWithTeams.AddIdentity(new ClaimsIdentity(claims));
        return principalWithTeams;
    }
}
