using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Storage;

/// <summary>Where data is stored; section <c>Storage</c> of the configuration.</summary>
public sealed record StorageOptions
{
    /// <summary>The folder of the database, the keys and the uploaded files; relative to the content root.</summary>
    [Required]
    public string DataFolder { get; init; } = "App_Data";

    /// <summary>The database file inside <see cref="DataFolder"/>.</summary>
    [Required]
    public string FileName { get; init; } = "assistant.db";

    /// <summary>
    /// Allows a PostgreSQL server on another machine without TLS, or with TLS whose certificate is not checked: for a network that only the
    /// service and its database share.
    /// </summary>
    public bool AllowUnencryptedDatabase { get; init; }

    /// <summary>How long a write waits for the database lock.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The maximum number of writes in one batch, which share a commit.</summary>
    [Range(1, 4096)]
    public int GroupLimit { get; init; } = 128;

    /// <summary>The capacity of the queue of writes; further callers wait before they are queued.</summary>
    [Range(1, 1_000_000)]
    public int QueueLimit { get; init; } = 8192;

    /// <summary>
    /// How long an activity that the channel does not accept is retried before it is given up and a person decides about it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan DeliveryDuration { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often the outbox is checked for activities that have become due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan DeliveryInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The wait after the first failed delivery; doubles with each further one, up to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan DeliveryBackoff { get; init; } = TimeSpan.FromSeconds(2);
}
