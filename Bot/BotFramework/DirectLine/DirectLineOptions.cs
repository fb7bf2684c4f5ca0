using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The Direct Line service; section <c>DirectLine</c> of the configuration.</summary>
public sealed record DirectLineOptions
{
    /// <summary>Secrets with which a site's back end requests tokens; without any, <c>tokens/generate</c> refuses all requests.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>
    /// Origins of pages that may call the service, such as <c>https://example.gov.vn</c>; its own origin is always allowed.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Lifetime of a token. At least 30 minutes: clients refresh every 15 minutes, whatever <c>expires_in</c> says.</summary>
    [Range(typeof(TimeSpan), "00:30:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after its start a conversation may be continued, however often its tokens are renewed.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00")]
    public TimeSpan ConversationLifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Time within which a stream URL must be used.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan StreamTicketLifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A keep-alive is sent after this time without another frame. The widget replaces a socket that was silent for 18 seconds, so a
    /// longer interval makes it reconnect again and again.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:15")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The largest activity, in characters of JSON.</summary>
    [Range(1024, 1_000_000)]
    public int ActivityLimit { get; init; } = 64 * 1024;

    /// <summary>The largest uploaded file, in bytes.</summary>
    [Range(1024, 100_000_000)]
    public int FileLimit { get; init; } = 10 * 1024 * 1024;

    /// <summary>Files in one upload.</summary>
    [Range(1, 100)]
    public int FileCount { get; init; } = 5;

    /// <summary>Media types that may be uploaded.</summary>
    public IReadOnlyList<string> FileTypes { get; init; } =
    [
        "application/pdf",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "text/plain",
        "text/csv",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ];

    /// <summary>Lifetime of an uploaded file and of its link.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan FileLifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Where uploaded files are kept; set by the host.</summary>
    public string FileFolder { get; set; } = "";

    /// <summary>
    /// Whether a conversation was ended, by its id and its start (null in tokens of earlier versions), so that its tokens are no longer
    /// valid; set by the host.
    /// </summary>
    public Func<string, DateTimeOffset?, bool> IsEnded { get; set; } = (_, _) => false;

    [Required]
    public string BotId { get; init; } = "assistant";

    [Required]
    public string BotName { get; init; } = "Assistant";
}
