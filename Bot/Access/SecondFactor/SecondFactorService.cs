using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>Stores the authenticator secrets of accounts and checks codes.</summary>
internal sealed partial class SecondFactorService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IDataProtectionProvider protection,
    SignInLimits limits,
    TimeProvider time,
    IOptions<AccessOptions> options,
    ILogger<SecondFactorService> logger
)
{
    private readonly IDataProtector protector = protection.CreateProtector("PolicyAssistantBot.Access.Totp.v1");

    /// <summary>Auditors read every case and every log, so their accounts are guarded as those of administrators.</summary>
    private const Roles Guarded = Roles.Administrator | Roles.Auditor;

    /// <summary>Whether a person with these roles must use a second factor.</summary>
    public bool IsRequired(Roles roles) =>
        options.Value.SecondFactor switch
        {
            SecondFactorRule.Everybody => true,
            SecondFactorRule.AdministratorsAndSupervisors => (roles & (Guarded | Roles.Supervisor)) != Roles.None,
            SecondFactorRule.Administrators => (roles & Guarded) != Roles.None,
            _ => false,
        };

    public async Task<bool> IsEnrolledAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SecondFactorRow>().AnyAsync(f => f.AccountId == accountId && f.ConfirmedAt != null, cancellationToken);
    }

    public async Task<IReadOnlySet<string>> ListEnrolledAccountIdsAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SecondFactorRow>().Where(f => f.ConfirmedAt != null).Select(f => f.AccountId).ToHashSetAsync(cancellationToken);
    }

    public async Task<int> CountRecoveryCodesAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<RecoveryCodeRow>().CountAsync(c => c.AccountId == accountId, cancellationToken);
    }

    /// <summary>The secret for the app, the same until it is confirmed; null when the account already has an app.</summary>
    public async Task<byte[]?> GetOrCreateSecretAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<SecondFactorRow>().FirstOrDefaultAsync(f => f.AccountId == accountId, cancellationToken);
        if (row?.ConfirmedAt is not null)
        {
            return null;
        }

        if (row is not null && Unprotect(row) is { } existingSecret)
        {
            return existingSecret;
        }

        var secret = Totp.CreateSecret();
        var protectedSecret = protector.Protect(Convert.ToBase64String(secret));
        if (row is null)
        {
            db.Add(new SecondFactorRow { AccountId = accountId, Secret = protectedSecret });
        }
        else
        {
            row.Secret = protectedSecret;
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
            || Totp.FindMatchingStep(secret, RemoveWhiteSpace(code), time.GetUtcNow(), row.LastStep) is not { } step
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
    public async Task<CodeOutcome> TryCodeAsync(string accountId, string code, CancellationToken cancellationToken)
    {
        var scope = AttemptScope.Code(options.Value);
        if (await limits.CountAttemptAsync(accountId, [scope], cancellationToken) is { } wait)
        {
            return new CodeOutcome.Wait(wait);
        }

        if (!await TryUseCodeAsync(accountId, code, cancellationToken))
        {
            return new CodeOutcome.Rejected();
        }

        await limits.ClearAttemptsAsync(accountId, scope, cancellationToken);
        return new CodeOutcome.Accepted();
    }

    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string accountId, CancellationToken cancellationToken)
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
    private async Task<bool> TryUseCodeAsync(string accountId, string code, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var appCode = RemoveWhiteSpace(code);
        if (appCode.Length != Totp.Digits || !appCode.All(char.IsAsciiDigit))
        {
            var hash = RecoveryCodes.Hash(accountId, code);
            return await db.Set<RecoveryCodeRow>()
                    .Where(c => c.AccountId == accountId && c.Hash == hash)
                    .ExecuteDeleteAsync(cancellationToken) == 1;
        }

        var row = await db.Set<SecondFactorRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(f => f.AccountId == accountId && f.ConfirmedAt != null, cancellationToken);
        return row is not null
            && Unprotect(row) is { } secret
            && Totp.FindMatchingStep(secret, appCode, time.GetUtcNow(), row.LastStep) is { } step
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
        var codes = RecoveryCodes.Generate();
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

    private static string RemoveWhiteSpace(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));

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
