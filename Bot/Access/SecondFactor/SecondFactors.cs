using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>Stores the authenticator secrets of accounts and checks codes.</summary>
internal sealed partial class SecondFactors(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IDataProtectionProvider protection,
    SignInLimits limits,
    TimeProvider time,
    IOptions<AccessOptions> options,
    ILogger<SecondFactors> logger
)
{
    private readonly IDataProtector protector = protection.CreateProtector("PolicyAssistantBot.Access.Totp.v1");

    /// <summary>Whether a person with these roles must use a second factor.</summary>
    public bool IsRequired(Roles roles) =>
        options.Value.SecondFactor switch
        {
            SecondFactorRule.Everybody => true,
            SecondFactorRule.Administrators => roles.HasFlag(Roles.Administrator),
            _ => false,
        };

    public async Task<bool> IsEnrolledAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SecondFactorRow>().AnyAsync(f => f.AccountId == accountId && f.ConfirmedAt != null, cancellationToken);
    }

    public async Task<IReadOnlySet<string>> EnrolledAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SecondFactorRow>().Where(f => f.ConfirmedAt != null).Select(f => f.AccountId).ToHashSetAsync(cancellationToken);
    }

    public async Task<int> RecoveryCodesLeftAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<RecoveryCodeRow>().CountAsync(c => c.AccountId == accountId, cancellationToken);
    }

    /// <summary>The secret for the app, the same until it is confirmed; null when the account already has an app.</summary>
    public async Task<byte[]?> OfferAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<SecondFactorRow>().FirstOrDefaultAsync(f => f.AccountId == accountId, cancellationToken);
        if (row?.ConfirmedAt is not null)
        {
            return null;
        }

        if (row is not null && Unprotect(row) is { } offered)
        {
            return offered;
        }

        var secret = Totp.NewSecret();
        var sealedSecret = protector.Protect(Convert.ToBase64String(secret));
        if (row is null)
        {
            db.Add(new SecondFactorRow { AccountId = accountId, Secret = sealedSecret });
        }
        else
        {
            row.Secret = sealedSecret;
        }

        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>Activates the offered secret when the code proves that an app has it.</summary>
    /// <returns>The recovery codes, which are shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(string accountId, string code, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await db.Set<SecondFactorRow>()
            .FirstOrDefaultAsync(f => f.AccountId == accountId && f.ConfirmedAt == null, cancellationToken);
        if (
            row is null
            || Unprotect(row) is not { } secret
            || Totp.Match(secret, WithoutSpaces(code), time.GetUtcNow(), row.LastStep) is not { } step
        )
        {
            return null;
        }

        (row.ConfirmedAt, row.LastStep) = (time.GetUtcNow(), step);
        var codes = await ReplaceCodesAsync(db, accountId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return codes;
    }

    /// <summary>Checks a code of the app or a recovery code. Each attempt is counted before it is checked; too many lead to a
    /// wait.</summary>
    public async Task<CodeOutcome> TryAsync(string accountId, string typed, CancellationToken cancellationToken)
    {
        var key = SignInLimits.CodeKey(accountId);
        if (await limits.CountAsync(key, cancellationToken) is { } wait)
        {
            return new CodeOutcome.Wait(wait);
        }

        if (!await UseAsync(accountId, typed, cancellationToken))
        {
            return new CodeOutcome.Rejected();
        }

        await limits.ClearAsync(key, cancellationToken);
        return new CodeOutcome.Accepted();
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var codes = await ReplaceCodesAsync(db, accountId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return codes;
    }

    public async Task RemoveAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<SecondFactorRow>().Where(f => f.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<RecoveryCodeRow>().Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Returns true for exactly one of several parallel requests with the same code.</summary>
    private async Task<bool> UseAsync(string accountId, string typed, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var bare = WithoutSpaces(typed);
        if (bare.Length != Totp.Digits || !bare.All(char.IsAsciiDigit))
        {
            var hash = RecoveryCodes.Hash(accountId, typed);
            return await db.Set<RecoveryCodeRow>()
                    .Where(c => c.AccountId == accountId && c.Hash == hash)
                    .ExecuteDeleteAsync(cancellationToken) == 1;
        }

        var row = await db.Set<SecondFactorRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(f => f.AccountId == accountId && f.ConfirmedAt != null, cancellationToken);
        return row is not null
            && Unprotect(row) is { } secret
            && Totp.Match(secret, bare, time.GetUtcNow(), row.LastStep) is { } step
            && await db.Set<SecondFactorRow>()
                .Where(f => f.AccountId == accountId && f.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), cancellationToken) == 1;
    }

    private static async Task<IReadOnlyList<string>> ReplaceCodesAsync(
        AssistantDb db,
        string accountId,
        CancellationToken cancellationToken
    )
    {
        await db.Set<RecoveryCodeRow>().Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        var codes = RecoveryCodes.New();
        db.AddRange(codes.Select(code => new RecoveryCodeRow(accountId, RecoveryCodes.Hash(accountId, code))));
        await db.SaveChangesAsync(cancellationToken);
        return codes;
    }

    private byte[]? Unprotect(SecondFactorRow row)
    {
        try
        {
            return Convert.FromBase64String(protector.Unprotect(row.Secret));
        }
        catch (CryptographicException)
        {
            LogUnreadable(logger, row.AccountId);
            return null;
        }
    }

    private static string WithoutSpaces(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The second factor of account {AccountId} cannot be decrypted, because the keys of the data folder were lost. An "
            + "administrator must remove it."
    )]
    private static partial void LogUnreadable(ILogger logger, string accountId);
}

internal abstract record CodeOutcome
{
    private CodeOutcome() { }

    internal sealed record Accepted : CodeOutcome;

    /// <summary>Wrong, expired or used before: the person does not learn which.</summary>
    internal sealed record Rejected : CodeOutcome;

    internal sealed record Wait(TimeSpan Time) : CodeOutcome;
}
