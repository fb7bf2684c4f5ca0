using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Access;

/// <summary>Who must use a second factor.</summary>
internal enum SecondFactorRule
{
    Nobody,

    /// <summary>Administrators and auditors.</summary>
    Administrators,

    /// <summary>Administrators, auditors and supervisors.</summary>
    AdministratorsAndSupervisors,
    Everybody,
}

/// <summary>Options for signing in; configuration section <c>Access</c>.</summary>
internal sealed record AccessOptions
{
    public const string DefaultFirstUserName = "admin";

    /// <summary>The user name of the account that the first start creates.</summary>
    [RegularExpression("^[a-z0-9][a-z0-9._-]{1,99}$")]
    public string FirstUserName { get; init; } = DefaultFirstUserName;

    /// <summary>A session ends after this time without a request.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>A session ends this long after sign-in, however active it is.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    [ConfigurationKeyName("SessionLimit")]
    public TimeSpan MaxSessionLifetime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a one-time password is valid.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan OneTimePasswordLimit { get; init; } = TimeSpan.FromHours(72);

    /// <summary>Wrong passwords in a row before the first wait.</summary>
    [Range(1, 20)]
    public int FreeAttempts { get; init; } = 5;

    /// <summary>The first wait; it doubles with each further wrong password.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    [ConfigurationKeyName("LongestWait")]
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Wrong passwords for one user name from all unknown devices together, before further ones are spaced.</summary>
    [Range(5, 100_000)]
    public int NameAttempts { get; init; } = 100;

    /// <summary>The wait between two attempts after that. Short, so that its owner can sign in on a new device meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan NameWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Failed attempts from one address, with any user names, within <see cref="AddressWindow"/>. A whole office may share
    /// an address.</summary>
    [Range(5, 10_000)]
    public int AddressAttempts { get; init; } = 60;

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan AddressWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Who must use an authenticator app besides the password; all others may.</summary>
    [EnumDataType(typeof(SecondFactorRule))]
    public SecondFactorRule SecondFactor { get; init; } = SecondFactorRule.AdministratorsAndSupervisors;

    /// <summary>The minimum length of a password that a person chooses.</summary>
    [Range(8, 64)]
    [ConfigurationKeyName("ShortestPassword")]
    public int MinPasswordLength { get; init; } = 12;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512; OWASP recommends 210,000. After it was raised, the hash of an account is renewed at
    /// its next sign-in.</summary>
    [Range(1_000, 10_000_000)]
    public int HashIterations { get; init; } = 210_000;
}
