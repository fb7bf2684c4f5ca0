using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Access.Passwords;

/// <summary>Makes, hashes and checks passwords.</summary>
internal sealed class PasswordService
{
    public const int MaxLength = 128;

    /// <summary>Without 0, O, 1, l and I, which are easily confused.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly PasswordHasher<string> hasher;
    private readonly PasswordQueue queue;
    private readonly int minLength;

    public PasswordService(IOptions<AccessOptions> options, PasswordQueue queue)
    {
        this.queue = queue;
        hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.HashIterations }));
        minLength = options.Value.MinPasswordLength;
        UnknownHash = hasher.HashPassword("", CreateOneTimePassword());
    }

    /// <summary>The hash of a password that nobody knows: for accounts without a password, and to spend the usual time on names without
    /// an account.</summary>
    public string UnknownHash { get; }

    /// <summary>20 characters, about 115 bits.</summary>
    public static string CreateOneTimePassword() => RandomNumberGenerator.GetString(Alphabet, 20);

    public static string CreateRandomId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        using var place = await queue.EnterAsync(cancellationToken);
        return hasher.HashPassword("", password);
    }

    /// <summary>Checks a password; takes as long when there is no account as when there is one. <c>SuccessRehashNeeded</c>: the
    /// password is right, but its hash has fewer rounds than are configured now.</summary>
    /// <param name="isTrusted">Waits however many wait: see <see cref="PasswordQueue"/>.</param>
    /// <returns>Null when too many attempts wait already; the password was not checked.</returns>
    public async Task<PasswordVerificationResult?> TryVerifyAsync(
        Account? account,
        string password,
        bool isTrusted,
        CancellationToken cancellationToken
    )
    {
        using var place = isTrusted ? await queue.EnterAsync(cancellationToken) : await queue.TryEnterAsync(cancellationToken);
        if (place is null)
        {
            return null;
        }

        var result = hasher.VerifyHashedPassword("", account?.PasswordHash ?? UnknownHash, password.Length > MaxLength ? "" : password);
        return account is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>Why a person may not choose this password; null when they may.</summary>
    public PasswordProblem? FindProblem(string password, Account account) =>
        password.Length < minLength ? PasswordProblem.TooShort
        : password.Length > MaxLength ? PasswordProblem.TooLong
        : password.Contains(account.UserName, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 6
            ? PasswordProblem.TooEasy
        : CommonPasswords.Load([account.UserName, .. account.DisplayName.Split(' '), account.DisplayName]).Contains(password)
            ? PasswordProblem.Common
        : null;
}

public enum PasswordProblem
{
    TooShort,
    TooLong,

    /// <summary>Contains the user name, or too few different characters.</summary>
    TooEasy,

    /// <summary>Among the passwords that are guessed first.</summary>
    Common,

    /// <summary>The current password is wrong.</summary>
    WrongCurrent,

    /// <summary>The current password was wrong several times; the person has to wait.</summary>
    TooManyAttempts,

    /// <summary>The two entries of the new password differ.</summary>
    RepetitionDiffers,

    /// <summary>The new password is the current one.</summary>
    SameAsCurrent,
}
