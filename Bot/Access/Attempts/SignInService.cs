using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Attempts;

/// <summary>Where an attempt to sign in comes from.</summary>
/// <param name="Address">See <see cref="Limits.NetworkAddress"/>.</param>
/// <param name="Device">Null when the browser has not signed in before.</param>
internal sealed record SignInOrigin(string Address, KnownDevice? Device);

/// <summary>Checks a user name and password. The outcome and its time are the same whether the account exists or not.</summary>
internal sealed class SignInService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    PasswordService passwordService,
    SignInLimits limits,
    TimeProvider time,
    IOptions<AccessOptions> options
)
{
    public async Task<SignInOutcome> TryAsync(string userName, string password, SignInOrigin origin, CancellationToken cancellationToken)
    {
        var name = AccountStore.NormalizeUserName(userName);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.UserName == name, cancellationToken);
        var device = origin.Device is { } known && known.AccountId == account?.Id ? known : null;
        if (device is null && await limits.CountAddressAsync(origin.Address, cancellationToken) is { } addressWait)
        {
            return new SignInOutcome.Wait(addressWait, account?.UserName);
        }

        AttemptScope[] scopes = device is null
            ? [AttemptScope.Address(origin.Address, options.Value), AttemptScope.AllUnknownDevices(options.Value)]
            : [AttemptScope.Device(device.Id, options.Value)];
        if (await limits.CountAttemptAsync(name, scopes, cancellationToken) is { } wait)
        {
            return new SignInOutcome.Wait(wait, account?.UserName);
        }

        if (await passwordService.TryVerifyAsync(account, password, isTrusted: device is not null, cancellationToken) is not { } verified)
        {
            await UncountAsync();
            return new SignInOutcome.Busy();
        }

        var now = time.GetUtcNow();
        if (
            verified == PasswordVerificationResult.Failed
            || account is null or { IsDisabled: true }
            || account.OneTimePasswordExpiresAt < now
        )
        {
            return new SignInOutcome.Refused(account?.UserName);
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = await passwordService.HashAsync(password, cancellationToken);
        }

        account.LastSignInAt = now;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another password was chosen while this one was checked.
            return new SignInOutcome.Refused(account.UserName);
        }

        await UncountAsync();
        await limits.ClearAttemptsAsync(name, scopes[0], cancellationToken);
        return new SignInOutcome.SignedIn(account);

        async Task UncountAsync()
        {
            await limits.UncountAttemptAsync(name, scopes, cancellationToken);
            if (device is null)
            {
                await limits.UncountAddressAsync(origin.Address, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Checks the current password of a person who is signed in. Guesses in an unattended session have a count of their own, so that they
    /// do not keep the owner from signing in elsewhere.
    /// </summary>
    public async Task<PasswordProblem?> CheckCurrentPasswordAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var scope = AttemptScope.CurrentPassword(options.Value);
        if (await limits.CountAttemptAsync(account.Id, [scope], cancellationToken) is not null)
        {
            return PasswordProblem.TooManyAttempts;
        }

        if (
            await passwordService.TryVerifyAsync(account, password, isTrusted: true, cancellationToken)
            is not (PasswordVerificationResult.Success or PasswordVerificationResult.SuccessRehashNeeded)
        )
        {
            return PasswordProblem.WrongCurrent;
        }

        await limits.ClearAttemptsAsync(account.Id, scope, cancellationToken);
        return null;
    }
}

internal abstract record SignInOutcome
{
    private SignInOutcome() { }

    internal sealed record SignedIn(Account Account) : SignInOutcome;

    /// <summary>Unknown or disabled account, wrong password or expired one-time password: the person does not learn which.</summary>
    /// <param name="KnownUserName">For the security log; null when there is no such account, because people type passwords there.</param>
    internal sealed record Refused(string? KnownUserName) : SignInOutcome;

    internal sealed record Wait(TimeSpan Time, string? KnownUserName) : SignInOutcome;

    /// <summary>Too many attempts are being checked; this one was not.</summary>
    internal sealed record Busy : SignInOutcome;
}
