using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>How turns are run; section <c>Turns</c> of the configuration.</summary>
public sealed record TurnOptions
{
    /// <summary>The number of turns of different conversations that run at the same time.</summary>
    [Range(1, 1024)]
    public int Parallelism { get; init; } = 16;

    /// <summary>How often a turn is rerun because another one changed the state that it had loaded.</summary>
    [Range(1, 100)]
    public int ConflictRetries { get; init; } = 8;

    /// <summary>After this time a turn counts as failed, so that it cannot block its conversation forever.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TurnTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the store is checked for activities that no turn has completed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PendingInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the first failure of the store; doubles with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between two attempts.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Failures of the store on one activity after which an apology is stored instead of the result of the bot.</summary>
    [Range(1, 1000)]
    public int GiveUpAfter { get; init; } = 10;

    /// <summary>Accepted activities of one conversation that wait for their turn; the host refuses further ones.</summary>
    [Range(1, int.MaxValue)]
    public int MaxQueuedPerConversation { get; set; } = int.MaxValue;

    /// <summary>Accepted activities of all conversations that wait.</summary>
    [Range(1, int.MaxValue)]
    public int MaxQueued { get; set; } = int.MaxValue;

    /// <summary>The wait after this number of failed attempts.</summary>
    public TimeSpan GetBackoff(int failures) =>
        TimeSpan.FromTicks(Math.Min(LongestBackoff.Ticks, FirstBackoff.Ticks << Math.Min(failures - 1, 20)));
}
