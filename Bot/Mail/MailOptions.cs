using System.ComponentModel.DataAnnotations;
using System.Net;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Mail;

/// <summary>How e-mail is sent; section <c>Mail</c> of the configuration. Without a host no mails are sent.</summary>
internal sealed record MailOptions : IValidatableObject
{
    /// <summary>The submission server (RFC 6409).</summary>
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection must be encrypted by STARTTLS (RFC 3207); a server without it gets no mail.</summary>
    public bool StartTls { get; init; } = true;

    public string? UserName { get; init; }

    /// <summary>From the environment or a secret store.</summary>
    public string? Password { get; init; }

    /// <summary>The address that mails come from.</summary>
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

    /// <summary>From when on officials get the day's overview, on working days; Vietnam's time.</summary>
    public TimeOnly DigestFrom { get; init; } = new(7, 30);

    /// <summary>After this time the day's overview is not sent any more.</summary>
    public TimeOnly DigestUntil { get; init; } = new(12, 0);

    /// <summary>Whether supervisors get the week's figures on Monday morning.</summary>
    public bool WeeklySheet { get; init; } = true;

    public bool IsOn => !string.IsNullOrEmpty(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (EmailAddress.Read(From ?? "") is not EmailAddressResult.Valid)
        {
            yield return new("Mail:From is an e-mail address.", [nameof(From)]);
        }

        if (UserName is not null && !StartTls && !IsThisMachine(Host!))
        {
            yield return new("Mail:UserName needs Mail:StartTls: a password is not sent over an open line.", [nameof(StartTls)]);
        }

        if (UserName is not null && Password is null)
        {
            yield return new("Mail:UserName needs Mail:Password.", [nameof(Password)]);
        }
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
