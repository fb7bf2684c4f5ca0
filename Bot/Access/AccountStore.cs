using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Access.Sessions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>Creates and changes accounts.</summary>
internal sealed partial class AccountStore(
    IDbContextFactory<AssistantDb> dbContextFactory,
    PasswordService passwordService,
    TimeProvider time,
    IOptions<AccessOptions> options
)
{
    public static string NormalizeUserName(string userName)
    {
        var name = userName.Trim().ToLowerInvariant();
        return name.Length > 100 ? name[..100] : name;
    }

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<Account>().AsNoTracking().OrderBy(a => a.UserName).ToListAsync(cancellationToken);
    }

    public async Task<Account?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
    }

    /// <summary>The enabled account that is linked to a Microsoft Entra ID object id; null when there is none.</summary>
    public async Task<Account?> FindByEntraIdAsync(string objectId, CancellationToken cancellationToken)
    {
        var id = objectId.Trim().ToLowerInvariant();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.EntraObjectId == id && !a.IsDisabled, cancellationToken);
    }

    /// <summary>Creates an account with a one-time password.</summary>
    /// <param name="email">Null or empty for none.</param>
    public async Task<AccountOutcome> CreateAsync(
        string userName,
        string displayName,
        Roles roles,
        CancellationToken cancellationToken,
        string? email = null
    )
    {
        var name = NormalizeUserName(userName);
        if (!UserName().IsMatch(name))
        {
            return new AccountOutcome.Invalid(AccountProblem.UserNameRegex);
        }

        if (!IsDisplayName(displayName))
        {
            return new AccountOutcome.Invalid(AccountProblem.DisplayName);
        }

        var parsedEmail = ParseEmail(email);
        if (parsedEmail is EmailAddressResult.Invalid)
        {
            return new AccountOutcome.Invalid(AccountProblem.Email);
        }

        if (roles == Roles.None)
        {
            return new AccountOutcome.Invalid(AccountProblem.NoRole);
        }

        var password = PasswordService.CreateOneTimePassword();
        var hash = await passwordService.HashAsync(password, cancellationToken);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<Account>().AnyAsync(a => a.UserName == name, cancellationToken))
        {
            return new AccountOutcome.Invalid(AccountProblem.Taken);
        }

        var now = time.GetUtcNow();
        var account = new Account
        {
            Id = PasswordService.CreateRandomId(),
            UserName = name,
            DisplayName = displayName.Trim(),
            Roles = roles,
            Email = (parsedEmail as EmailAddressResult.Valid)?.Normalized,
            PasswordHash = hash,
            OneTimePasswordExpiresAt = now + options.Value.OneTimePasswordLimit,
            SecurityStamp = PasswordService.CreateRandomId(),
            CreatedAt = now,
        };
        db.Add(account);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new AccountOutcome.Succeeded(account, password);
    }

    /// <summary>Replaces a forgotten password by a one-time password and clears the wait after failed attempts.</summary>
    public async Task<AccountOutcome> ResetPasswordAsync(string id, CancellationToken cancellationToken)
    {
        var password = PasswordService.CreateOneTimePassword();
        var hash = await passwordService.HashAsync(password, cancellationToken);
        return await ChangeAsync(
            id,
            account =>
            {
                account.PasswordHash = hash;
                account.OneTimePasswordExpiresAt = time.GetUtcNow() + options.Value.OneTimePasswordLimit;
            },
            password,
            cancellationToken
        );
    }

    public Task<AccountOutcome> SetDisabledAsync(string id, bool isDisabled, CancellationToken cancellationToken) =>
        ChangeAsync(id, account => account.IsDisabled = isDisabled, null, cancellationToken);

    public Task<AccountOutcome> SetRolesAsync(string id, Roles roles, CancellationToken cancellationToken) =>
        roles == Roles.None
            ? Task.FromResult<AccountOutcome>(new AccountOutcome.Invalid(AccountProblem.NoRole))
            : ChangeAsync(id, account => account.Roles = roles, null, cancellationToken);

    /// <summary>Ends all sessions of the account.</summary>
    public Task<AccountOutcome> EndSessionsAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, _ => { }, null, cancellationToken);

    /// <summary>
    /// Sets the person's object id in Microsoft Entra ID; an empty one removes it. Another id is another way in, so the sessions end.
    /// </summary>
    public async Task<AccountOutcome> SetEntraIdAsync(string id, string? objectId, CancellationToken cancellationToken)
    {
        Guid parsed = default;
        if (!string.IsNullOrWhiteSpace(objectId) && (!Guid.TryParseExact(objectId.Trim(), "D", out parsed) || parsed == Guid.Empty))
        {
            return new AccountOutcome.Invalid(AccountProblem.EntraId);
        }

        var normalizedId = parsed == Guid.Empty ? null : parsed.ToString("D");
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return
            normalizedId is not null
            && await db.Set<Account>().AnyAsync(a => a.EntraObjectId == normalizedId && a.Id != id, cancellationToken)
            ? new AccountOutcome.Invalid(AccountProblem.EntraIdTaken)
            : await ChangeAsync(
                id,
                account => account.EntraObjectId = normalizedId,
                null,
                cancellationToken,
                endsSessions: !await db.Set<Account>().AnyAsync(a => a.Id == id && a.EntraObjectId == normalizedId, cancellationToken)
            );
    }

    public Task<AccountOutcome> SetDisplayNameAsync(string id, string name, CancellationToken cancellationToken) =>
        IsDisplayName(name)
            ? ChangeAsync(id, account => account.DisplayName = name.Trim(), null, cancellationToken, endsSessions: false)
            : Task.FromResult<AccountOutcome>(new AccountOutcome.Invalid(AccountProblem.DisplayName));

    /// <summary>Sets the address for notifications; an empty one turns them off.</summary>
    public async Task<AccountOutcome> SetEmailAsync(string id, string? address, CancellationToken cancellationToken)
    {
        var parsedEmail = ParseEmail(address);
        return parsedEmail is EmailAddressResult.Invalid
            ? new AccountOutcome.Invalid(AccountProblem.Email)
            : await ChangeAsync(
                id,
                account => account.Email = (parsedEmail as EmailAddressResult.Valid)?.Normalized,
                null,
                cancellationToken,
                endsSessions: false
            );
    }

    /// <summary>Stores the language of the pages for all devices of the person. Sessions stay valid.</summary>
    public async Task SetLanguageAsync(string id, Lang lang, CancellationToken cancellationToken)
    {
        var code = lang.Code();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<Account>().Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Language, code), cancellationToken);
    }

    /// <summary>Sets the password that a person chose; all other sessions of the account end.</summary>
    /// <param name="securityStamp">Nothing is changed when the account has another stamp by now; null for any.</param>
    public async Task<AccountOutcome> ChoosePasswordAsync(
        string id,
        string password,
        CancellationToken cancellationToken,
        string? securityStamp = null
    )
    {
        var hash = await passwordService.HashAsync(password, cancellationToken);
        return await ChangeAsync(
            id,
            account =>
            {
                account.PasswordHash = hash;
                account.OneTimePasswordExpiresAt = null;
            },
            null,
            cancellationToken,
            securityStamp: securityStamp
        );
    }

    private static bool IsDisplayName(string name) => name.Trim().Length is >= 2 and <= 255;

    private static EmailAddressResult? ParseEmail(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null : EmailAddress.Parse(address);

    /// <param name="endsSessions">True for changes of the password, the roles or the state; the others leave the person at work.</param>
    private async Task<AccountOutcome> ChangeAsync(
        string id,
        Action<Account> change,
        string? password,
        CancellationToken cancellationToken,
        bool endsSessions = true,
        string? securityStamp = null
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } account
            || (securityStamp ?? account.SecurityStamp) != account.SecurityStamp
        )
        {
            return new AccountOutcome.Unknown();
        }

        change(account);
        account.SecurityStamp = endsSessions ? PasswordService.CreateRandomId() : account.SecurityStamp;
        await db.SaveChangesAsync(cancellationToken);
        if (!await db.Set<Account>().AnyAsync(a => !a.IsDisabled && (a.Roles & Roles.Administrator) != Roles.None, cancellationToken))
        {
            return new AccountOutcome.Invalid(AccountProblem.LastAdministrator);
        }

        if (endsSessions)
        {
            await db.Set<Session>().Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
            await db.Set<AttemptCount>()
                .Where(c => c.Subject == account.UserName || c.Subject == account.Id)
                .ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return new AccountOutcome.Succeeded(account, password);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,99}$")]
    private static partial Regex UserName();
}

public enum AccountProblem
{
    UserNameRegex,
    Taken,
    DisplayName,
    NoRole,
    EntraId,
    EntraIdTaken,
    Email,

    /// <summary>Without this account, no one could manage accounts.</summary>
    LastAdministrator,
}

public abstract record AccountOutcome
{
    private AccountOutcome() { }

    /// <param name="OneTimePassword">Shown once; null when the password did not change.</param>
    public sealed record Succeeded(Account Account, string? OneTimePassword) : AccountOutcome;

    public sealed record Invalid(AccountProblem Problem) : AccountOutcome;

    public sealed record Unknown : AccountOutcome;
}
