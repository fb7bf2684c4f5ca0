using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace PolicyAssistantBot.Site.Lookup;

/// <summary>
/// What the page of the code sends back: who asked for the code of which case. Sealed, so that nobody can try codes of others.
/// </summary>
/// <param name="Network">Where the code was requested.</param>
internal sealed record LookupTicket(string Id, string Network, string CaseNumber);

internal sealed class LookupTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector protector = protection.CreateProtector("Site.Lookup");

    public string Seal(LookupTicket ticket) =>
        protector.Protect(
            string.Join(
                '\n',
                time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ticket.Id,
                ticket.Network,
                ticket.CaseNumber
            )
        );

    /// <summary>Null when it was not sealed here, or is too old.</summary>
    public LookupTicket? Open(string sealedTicket)
    {
        try
        {
            return
                protector.Unprotect(sealedTicket).Split('\n') is [var at, var id, var network, var caseNumber]
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < Lifetime
                ? new LookupTicket(id, network, caseNumber)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
