using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Channels;

/// <summary>The chat on web pages; section <c>Widget</c> of the configuration.</summary>
public sealed record WidgetOptions
{
    /// <summary>
    /// How long after a visit a visitor may resume the same conversation; at most <c>DirectLine:ConversationLifetime</c> after its start.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00")]
    public TimeSpan ResumeLifetime { get; init; } = TimeSpan.FromDays(90);
}
