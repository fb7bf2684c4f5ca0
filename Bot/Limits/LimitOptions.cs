using System.ComponentModel.DataAnnotations;
using System.Net;

namespace PolicyAssistantBot.Limits;

/// <summary>
/// How much one conversation, one network address and all together may do; section <c>Limits</c> of the configuration. What exceeds the
/// limit of a conversation is refused with 429. What exceeds the limit of an address waits first, because an office or a mobile network
/// shares one.
/// </summary>
public sealed record LimitOptions : IValidatableObject
{
    /// <summary>Off only for load tests.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Messages a minute.</summary>
    [Range(1, 1_000_000)]
    public int MessagesPerConversation { get; init; } = 20;

    [Range(1, 1_000_000)]
    public int MessagesPerAddress { get; init; } = 120;

    [Range(1, 10_000_000)]
    public int MessagesInAll { get; init; } = 18_000;

    /// <summary>Requests of one address that wait instead of being refused.</summary>
    [Range(0, 10_000)]
    public int WaitingPerAddress { get; init; } = 40;

    /// <summary>Accepted messages that wait for their turn.</summary>
    [Range(1, 100_000)]
    public int QueuedPerConversation { get; init; } = 20;

    [Range(1, 1_000_000)]
    public int QueuedInAll { get; init; } = 5_000;

    /// <summary>Megabytes of messages from one address a day.</summary>
    [Range(1, 100_000)]
    public int MessageMegabytesPerAddress { get; init; } = 20;

    /// <summary>Tokens for visitors a minute; a new visitor or a returning one needs one.</summary>
    [Range(1, 1_000_000)]
    public int TokensPerAddress { get; init; } = 60;

    /// <summary>New conversations a day.</summary>
    [Range(1, 10_000_000)]
    public int ConversationsPerAddress { get; init; } = 1_000;

    /// <summary>New conversations a minute.</summary>
    [Range(1, 10_000_000)]
    public int ConversationsInAll { get; init; } = 6_000;

    /// <summary>Renewed tokens a minute; a client renews one every 15 minutes.</summary>
    [Range(1, 1_000_000)]
    public int RefreshesPerAddress { get; init; } = 120;

    /// <summary>Requests for new activities a minute.</summary>
    [Range(1, 1_000_000)]
    public int PollsPerConversation { get; init; } = 120;

    [Range(1, 1_000_000)]
    public int PollsPerAddress { get; init; } = 1_200;

    /// <summary>Web sockets that are open at the same time.</summary>
    [Range(1, 1_000_000)]
    public int SocketsPerConversation { get; init; } = 8;

    [Range(1, 1_000_000)]
    public int SocketsPerAddress { get; init; } = 100;

    [Range(1, 1_000_000)]
    public int SocketsInAll { get; init; } = 5_000;

    /// <summary>Public pages a minute.</summary>
    [Range(1, 1_000_000)]
    public int PagesPerAddress { get; init; } = 600;

    /// <summary>Codes that are asked for on the page of the status of a request, an hour.</summary>
    [Range(1, 1_000_000)]
    public int LookupsPerAddress { get; init; } = 10;

    /// <summary>Uploads a day.</summary>
    [Range(1, 1_000_000)]
    public int UploadsPerConversation { get; init; } = 20;

    [Range(1, 1_000_000)]
    public int UploadsPerAddress { get; init; } = 200;

    /// <summary>Megabytes of uploads a day.</summary>
    [Range(1, 1_000_000)]
    public int UploadMegabytesPerConversation { get; init; } = 100;

    [Range(1, 1_000_000)]
    public int UploadMegabytesPerAddress { get; init; } = 500;

    /// <summary>Uploads are refused while the disk of the data folder has less room than this.</summary>
    [Range(0, 1_000_000_000)]
    public int MinFreeDiskMegabytes { get; init; } = 1_024;

    /// <summary>Requests that one person submits a day.</summary>
    [Range(1, 10_000)]
    public int CasesPerPerson { get; init; } = 5;

    /// <summary>Mails a day to one mailbox that confirm a request; replies of officials are not limited.</summary>
    [Range(1, 10_000)]
    public int MailsPerMailbox { get; init; } = 3;

    /// <summary>
    /// Codes a day to one mailbox that are asked for in chats, and as many again that are asked for on the page, so that strangers who know
    /// a case number do not use up the codes of its owner's chat.
    /// </summary>
    [Range(1, 10_000)]
    public int CodesPerMailbox { get; init; } = 10;

    /// <summary>Mails a day that one person has answers, and the codes before them, sent by.</summary>
    [Range(1, 10_000)]
    public int AnswerMailsPerPerson { get; init; } = 10;

    /// <summary>Such mails a day to one mailbox; of the codes at most <see cref="MailsPerMailbox"/>.</summary>
    [Range(1, 10_000)]
    public int AnswerMailsPerMailbox { get; init; } = 10;

    /// <summary>Such mails an hour that people of one network address have sent.</summary>
    [Range(1, 1_000_000)]
    public int AnswerMailsPerAddress { get; init; } = 20;

    /// <summary>Such mails a day, so that the mail server does not get the name of a sender of spam.</summary>
    [Range(1, 1_000_000)]
    public int AnswerMailsInAll { get; init; } = 500;

    /// <summary>Networks without limits per address, such as <c>10.0.0.0/8</c>: a ministry's proxy, the Department's own office.</summary>
    public IReadOnlyList<string> ExemptNetworks { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        ExemptNetworks
            .Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => new ValidationResult($"Limits:ExemptNetworks: “{network}” is not a network such as 10.0.0.0/8."));
}
