using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>What the prompt for a field needs to validate an answer; stored as the prompt's validations.</summary>
/// <param name="Values">What each of the offered choices stands for; empty when the field is typed.</param>
internal sealed record FieldPrompt(string Field, IReadOnlyList<string> Values)
{
    public JsonNode? ToJson() => JsonSerializer.SerializeToNode(this);

    /// <summary>Reads it back. Prompts stored before the choices' values were kept hold the field's name alone.</summary>
    public static FieldPrompt Read(JsonNode? validations) =>
        validations switch
        {
            JsonValue name when name.TryGetValue<string>(out var field) => new FieldPrompt(field, ValuesOf(field)),
            not null => validations.Deserialize<FieldPrompt>()!,
            null => throw new InvalidOperationException("A field's prompt has no validations."),
        };

    private static IReadOnlyList<string> ValuesOf(string field) =>
        [.. Requests.Fields.RequestFields.Default.Find(field)?.Choices.Select(choice => choice.Value) ?? []];
}
