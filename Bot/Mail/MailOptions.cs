using System.ComponentModel.DataAnnotations;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Mail;

/// <summary>How e-mail is sent; section <c>Mail</c> of the configuration. Without a host no mails are sent.</summary>
internal sealed record MailOptions : IValidatableObject
{
    /// <summary>The submission server (RFC 6409).</summary>
    public string? Host { get; init; }

    /// <summary>By default 465 with implicit TLS, else 587.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }

    /// <summary>How the connection is encrypted; a server that does not support it gets no mail.</summary>
    public MailEncryption Encryption { get; init; } = MailEncryption.StartTls;

    /// <summary>The setting that <see cref="Encryption"/> replaced; read only to refuse a start that would ignore it.</summary>
    public bool? StartTls { get; init; }

    /// <summary>A PEM file with certificate authorities that are trusted for this server, in addition to those of the machine.</summary>
    public string? CaFile { get; init; }

    /// <summary>How the program signs in; by default with the password when there is a user name, else not at all.</summary>
    public MailAuthentication? Authentication { get; init; }

    /// <summary>The account; with OAuth the mailbox, by default the one of <see cref="From"/>.</summary>
    public string? UserName { get; init; }

    /// <summary>From the environment or a secret store.</summary>
    public string? Password { get; init; }

    /// <summary>The Microsoft Entra tenant of the app registration.</summary>
    public string? TenantId { get; init; }

    /// <summary>The app registration, or a user-assigned managed identity; without it the machine's own identity.</summary>
    public string? ClientId { get; init; }

    /// <summary>The app registration's secret; from the environment or a secret store.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A PEM or PFX file with the app registration's certificate, instead of a secret.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The scope of the OAuth token. The default is Exchange Online's.</summary>
    [Required]
    public string TokenScope { get; init; } = "https://outlook.office365.com/.default";

    /// <summary>The sender's address.</summary>
    public string? From { get; init; }

    /// <summary>The time limit of one attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the outbox is checked for mails to send.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Attempts on one mail before it counts as failed.</summary>
    [Range(1, 100)]
    public int Attempts { get; init; } = 12;

    /// <summary>The wait after the first failed attempt; doubles with each further one, up to six hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time of day (Vietnam) from which officials get the day's overview, on working days.</summary>
    public TimeOnly DigestFrom { get; init; } = new(7, 30);

    /// <summary>After this time the day's overview is not sent any more.</summary>
    public TimeOnly DigestUntil { get; init; } = new(12, 0);

    /// <summary>Whether supervisors get the week's figures on Monday morning.</summary>
    public bool WeeklySheet { get; init; } = true;

    public bool IsEnabled => !string.IsNullOrEmpty(Host);

    public int EffectivePort => Port ?? (Encryption == MailEncryption.Tls ? 465 : 587);

    public MailAuthentication EffectiveAuthentication =>
        Authentication ?? (UserName is null ? MailAuthentication.None : MailAuthentication.Password);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsEnabled)
        {
            yield break;
        }

        if (EmailAddress.Parse(From ?? "") is not EmailAddressResult.Valid)
        {
            yield return new("Mail:From must be an e-mail address.", [nameof(From)]);
        }

        if (StartTls is not null)
        {
            yield return new(
                "Mail:StartTls is replaced by Mail:Encryption, which is StartTls (the default), Tls or None.",
                [nameof(StartTls)]
            );
        }

        var authentication = EffectiveAuthentication;
        if (authentication != MailAuthentication.None && Encryption == MailEncryption.None && !LoopbackHost.Is(Host!))
        {
            yield return new("Mail:Encryption cannot be None: credentials are sent over encrypted connections only.", [nameof(Encryption)]);
        }

        if ((authentication == MailAuthentication.Password) != (Password is not null))
        {
            yield return new("Mail:Password belongs to Mail:Authentication=Password and to no other.", [nameof(Password)]);
        }

        if (authentication == MailAuthentication.Password && UserName is null)
        {
            yield return new("Mail:Authentication=Password needs Mail:UserName.", [nameof(UserName)]);
        }

        if (
            authentication == MailAuthentication.ClientCredentials
            && (TenantId is null || ClientId is null || (ClientSecret is null) == (CertificatePath is null))
        )
        {
            yield return new(
                "Mail:Authentication=ClientCredentials needs Mail:TenantId, Mail:ClientId "
                    + "and either Mail:ClientSecret or Mail:CertificatePath.",
                [nameof(Authentication)]
            );
        }
    }
}

internal enum MailEncryption
{
    /// <summary>The connection must be upgraded to TLS before anything else is sent (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte on (RFC 8314).</summary>
    Tls,

    None,
}

internal enum MailAuthentication
{
    None,

    /// <summary>User name and password.</summary>
    Password,

    /// <summary>XOAUTH2 with a token of an app registration.</summary>
    ClientCredentials,

    /// <summary>XOAUTH2 with a token of a managed identity.</summary>
    ManagedIdentity,
}
