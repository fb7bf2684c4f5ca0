using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Finds or creates the account of a person whom the provider has authenticated.</summary>
internal sealed partial class ExternalSignInService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    AccountStore accountStore,
    PasswordService passwordService,
    TimeProvider time,
    IOptions<OpenIdOptions> options
)
{
    /// <returns>Null when the person may not sign in: no account and no role, all roles were removed, or the account is disabled.</returns>
    public async Task<Account?> SignInAsync(ExternalIdentity identity, CancellationToken cancellationToken)
    {
        var roles = options
            .Value.RoleMappings.Where(r => identity.RoleValues.Contains(r.Value, StringComparer.Ordinal))
            .Aggregate(Roles.None, (all, r) => all | r.Role);
        var areRolesFromProvider = options.Value.RoleMappings.Count > 0;
        if (areRolesFromProvider && roles == Roles.None)
        {
            return null;
        }

        var account = await FindOrCreateAccountAsync(identity, roles, cancellationToken);
        if (account is null or { IsDisabled: true })
        {
            return null;
        }

        return
            areRolesFromProvider
            && account.Roles != roles
            && await accountStore.SetRolesAsync(account.Id, roles, cancellationToken) is AccountOutcome.Succeeded changed
            ? changed.Account
            : account;
    }

    private async Task<Account?> FindOrCreateAccountAsync(ExternalIdentity identity, Roles roles, CancellationToken cancellationToken)
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
            db.Add(account = await CreateAccountAsync(db, identity, roles, cancellationToken));
        }

        if (account is null)
        {
            return null;
        }

        if (link is null)
        {
            db.Add(new ExternalLogin(identity.Issuer, identity.Subject, account.Id, time.GetUtcNow()));
        }

        account.LastSignInAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }

    /// <summary>Creates an account with a random password that is never shown.</summary>
    private async Task<Account> CreateAccountAsync(
        AssistantDb db,
        ExternalIdentity identity,
        Roles roles,
        CancellationToken cancellationToken
    )
    {
        var name = InvalidCharactersRegex()
            .Replace((identity.UserName ?? "").Split('@')[0].ToLowerInvariant(), "")
            .TrimStart('.', '_', '-');
        name = name.Length is >= 2 and <= 90 ? name : $"user-{PasswordService.CreateRandomId()[..8]}";
        if (await db.Set<Account>().AnyAsync(a => a.UserName == name, cancellationToken))
        {
            name = $"{name}-{PasswordService.CreateRandomId()[..8]}";
        }

        var displayName = identity.DisplayName?.Trim() is { Length: >= 2 } trimmed ? trimmed[..Math.Min(trimmed.Length, 255)] : name;
        return new Account
        {
            Id = PasswordService.CreateRandomId(),
            UserName = name,
            DisplayName = displayName,
            Roles = roles,
            EntraObjectId = Guid.TryParse(identity.ObjectId, out var id) ? id.ToString("D") : null,
            PasswordHash = passwordService.UnknownHash,
            SecurityStamp = PasswordService.CreateRandomId(),
            CreatedAt = time.GetUtcNow(),
        };
    }

    [GeneratedRegex("[^a-z0-9._-]")]
    private static partial Regex InvalidCharactersRegex();
}
