using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>The question of a prompt and its limits.</summary>
public sealed class PromptOptions
{
    public Activity? Prompt { get; set; }

    /// <summary>Sent after an invalid answer; <see cref="Prompt"/> when absent.</summary>
    public Activity? RetryPrompt { get; set; }

    public IList<Choice>? Choices { get; set; }

    public ListStyle Style { get; set; }

    /// <summary>Data for the validator.</summary>
    public JsonNode? Validations { get; set; }

    /// <summary>After this many invalid answers the prompt ends with null, and its dialog decides how to continue.</summary>
    public int MaxAttempts { get; set; } = 3;
}
