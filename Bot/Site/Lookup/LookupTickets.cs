using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace PolicyAssistantBot.Site.Lookup;

/// <summary>
/// What the page of the code sends back: which request for a code of which case it belongs to. Sealed, so that nobody can try codes of
/// others.
/// </summary>
/// <param name="Id">A random number of this request.</param>
internal sealed record LookupTicket(string Id, string CaseNumber);

internal sealed class LookupTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector protector = protection.CreateProtector("Site.Lookup");

    public string Seal(LookupTicket ticket) =>
        protector.Protect(
            string.Join('\n', time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ticket.Id, ticket.CaseNumber)
        );

    /// <summary>Null when it was not sealed here, or is too old.</summary>
    public LookupTicket? Open(string sealedTicket)
    {
        try
        {
            return
                protector.Unprotect(sealedTicket).Split('\n') is [var at, var id, var caseNumber]
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < Lifetime
                ? new LookupTicket(id, caseNumber)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
