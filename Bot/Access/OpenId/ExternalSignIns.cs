using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Finds or creates the account of a person whom the provider has authenticated.</summary>
internal sealed partial class ExternalSignIns(
    IDbContextFactory<AssistantDb> dbContextFactory,
    Accounts accounts,
    Passwords passwords,
    TimeProvider time,
    IOptions<OpenIdOptions> options
)
{
    /// <returns>Null when the person may not sign in: no account and no role, all roles were removed, or the account is disabled.</returns>
    public async Task<Account?> SignInAsync(ExternalIdentity identity, CancellationToken cancellationToken)
    {
        var roles = options
            .Value.Roles.Where(r => identity.RoleValues.Contains(r.Value, StringComparer.Ordinal))
            .Aggregate(Roles.None, (all, r) => all | r.Role);
        var decides = options.Value.Roles.Count > 0;
        if (decides && roles == Roles.None)
        {
            return null;
        }

        var account = await LinkedAsync(identity, roles, cancellationToken);
        if (account is null or { IsDisabled: true })
        {
            return null;
        }

        return
            decides
            && account.Roles != roles
            && await accounts.SetRolesAsync(account.Id, roles, cancellationToken) is AccountOutcome.Done changed
            ? changed.Account
            : account;
    }

    private async Task<Account?> LinkedAsync(ExternalIdentity identity, Roles roles, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var link = await db.Set<ExternalLogin>()
            .FirstOrDefaultAsync(l => l.Issuer == identity.Issuer && l.Subject == identity.Subject, cancellationToken);
        var objectId = identity.ObjectId?.ToLowerInvariant();
        var account =
            link is not null ? await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == link.AccountId, cancellationToken)
            : objectId is not null ? await db.Set<Account>().FirstOrDefaultAsync(a => a.EntraObjectId == objectId, cancellationToken)
            : null;
        if (account is null && link is null && roles != Roles.None)
        {
            db.Add(account = await NewAsync(db, identity, roles, cancellationToken));
        }

        if (account is null)
        {
            return null;
        }

        if (link is null)
        {
            db.Add(new ExternalLogin(identity.Issuer, identity.Subject, account.Id, time.GetUtcNow()));
        }

        account.SignedInAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }

    /// <summary>Creates an account with a random password that is never shown.</summary>
    private async Task<Account> NewAsync(AssistantDb db, ExternalIdentity identity, Roles roles, CancellationToken cancellationToken)
    {
        var name = InvalidCharacters().Replace((identity.UserName ?? "").Split('@')[0].ToLowerInvariant(), "").TrimStart('.', '_', '-');
        name = name.Length is >= 2 and <= 90 ? name : $"user-{Passwords.NewStamp()[..8]}";
        if (await db.Set<Account>().AnyAsync(a => a.UserName == name, cancellationToken))
        {
            name = $"{name}-{Passwords.NewStamp()[..8]}";
        }

        var display = identity.DisplayName?.Trim() is { Length: >= 2 } given ? given[..Math.Min(given.Length, 255)] : name;
        return new Account
        {
            Id = Passwords.NewStamp(),
            UserName = name,
            DisplayName = display,
            Roles = roles,
            EntraObjectId = Guid.TryParse(identity.ObjectId, out var id) ? id.ToString("D") : null,
            PasswordHash = passwords.Hash(Passwords.NewOneTimePassword()),
            Stamp = Passwords.NewStamp(),
            CreatedAt = time.GetUtcNow(),
        };
    }

    [GeneratedRegex("[^a-z0-9._-]")]
    private static partial Regex InvalidCharacters();
}
