using System.ComponentModel.DataAnnotations;
using System.Reflection;
using PolicyAssistantBot.Privacy.Registry;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary>
/// How long each kind of data is kept, in days; section <c>Retention</c> of the configuration. What administrators choose at the desk takes
/// the place of the configured period (<see cref="RetentionPeriods"/>). The privacy page shows the periods in force.
/// </summary>
internal sealed record RetentionOptions
{
    /// <summary>The database refuses to delete entries of the logs that are younger.</summary>
    public const int MinLogDays = 5 * 365;

    private const int MaxDays = 36_525;

    /// <summary>For what serves only for a moment: nothing personal is kept for longer than its purpose (Law 91/2025/QH15).</summary>
    private const int MaxShortDays = 366;

    /// <summary>False keeps everything: for an archive that is only read.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Messages and the memory of conversations, since the message or the last message.</summary>
    [Range(1, MaxDays)]
    public int Transcript { get; init; } = 90;

    /// <summary>Questions, answers, votes, sent corrections.</summary>
    [Range(1, MaxDays)]
    public int QuestionLog { get; init; } = 365;

    /// <summary>Files that were uploaded and do not belong to a case.</summary>
    [Range(1, MaxShortDays)]
    public int Uploads { get; init; } = 1;

    /// <summary>Cases that have ended, since their last change; then content and contact are erased, and the history remains.</summary>
    [Range(1, MaxDays)]
    public int Cases { get; init; } = 5 * 365;

    [Range(1, MaxDays)]
    public int Mails { get; init; } = 180;

    /// <summary>Unsent drafts of officials, since they were last saved.</summary>
    [Range(1, MaxShortDays)]
    public int Drafts { get; init; } = 30;

    /// <summary>One-time codes.</summary>
    [Range(1, MaxShortDays)]
    public int Codes { get; init; } = 1;

    /// <summary>The daily use of the language model.</summary>
    [Range(1, MaxShortDays)]
    public int ModelUse { get; init; } = 30;

    /// <summary>Who viewed which case, and the security log.</summary>
    [Range(MinLogDays, MaxDays)]
    public int ViewLog { get; init; } = MinLogDays;

    /// <summary>Failed sign-ins, since they expired.</summary>
    [Range(1, MaxShortDays)]
    public int SignIns { get; init; } = 1;

    /// <summary>The record that an erasure took place.</summary>
    [Range(1, MaxDays)]
    public int Erasures { get; init; } = 5 * 365;

    /// <summary>How long the answer to the last case can be read before an erasure that waited for it is carried out.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan AfterLastCase { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long the first run waits, so that the start of the program is not slowed down.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan StartDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often old data is deleted.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many rows are deleted at once, so that other writes wait only a short time.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; init; } = 200;

    /// <summary>The shortest period that is accepted, in days; null for data that is kept.</summary>
    public static int? GetMinDays(DataKind kind) => FindRange(kind)?.Minimum as int?;

    /// <summary>The longest period that is accepted, in days; null for data that is kept.</summary>
    public static int? GetMaxDays(DataKind kind) => FindRange(kind)?.Maximum as int?;

    private static RangeAttribute? FindRange(DataKind kind) =>
        typeof(RetentionOptions).GetProperty(kind.ToString())?.GetCustomAttribute<RangeAttribute>();

    /// <summary>The same with another period for a kind of data.</summary>
    public RetentionOptions WithDays(DataKind kind, int days) =>
        kind switch
        {
            DataKind.Transcript => this with { Transcript = days },
            DataKind.QuestionLog => this with { QuestionLog = days },
            DataKind.Uploads => this with { Uploads = days },
            DataKind.Cases => this with { Cases = days },
            DataKind.Mails => this with { Mails = days },
            DataKind.Drafts => this with { Drafts = days },
            DataKind.Codes => this with { Codes = days },
            DataKind.ModelUse => this with { ModelUse = days },
            DataKind.ViewLog => this with { ViewLog = days },
            DataKind.SignIns => this with { SignIns = days },
            DataKind.Erasures => this with { Erasures = days },
            _ => this,
        };

    /// <summary>The period in days; null for data that is kept.</summary>
    public int? GetDays(DataKind kind) =>
        kind switch
        {
            DataKind.Transcript => Transcript,
            DataKind.QuestionLog => QuestionLog,
            DataKind.Uploads => Uploads,
            DataKind.Cases => Cases,
            DataKind.Mails => Mails,
            DataKind.Drafts => Drafts,
            DataKind.Codes => Codes,
            DataKind.ModelUse => ModelUse,
            DataKind.ViewLog => ViewLog,
            DataKind.SignIns => SignIns,
            DataKind.Erasures => Erasures,
            _ => null,
        };
}
