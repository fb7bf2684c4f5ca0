using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>The data that the prompt for a field needs to validate an answer; stored as the validations of the prompt.</summary>
/// <param name="Values">The value of each offered choice; empty when the field is typed.</param>
/// <param name="Wording">The version of the consent statements that the question showed; null in prompts of old versions.</param>
internal sealed record FieldPromptData(string Field, IReadOnlyList<string> Values, string? Wording = null)
{
    public JsonNode? ToJson() => JsonSerializer.SerializeToNode(this);

    /// <summary>Reads the data from a stored prompt. Prompts of old versions contain only the name of the field.</summary>
    public static FieldPromptData FromJson(JsonNode? validations) =>
        validations switch
        {
            JsonValue name when name.TryGetValue<string>(out var field) => new FieldPromptData(field, ChoiceValuesOf(field)),
            not null => validations.Deserialize<FieldPromptData>()!,
            null => throw new InvalidOperationException("A field's prompt has no validations."),
        };

    private static IReadOnlyList<string> ChoiceValuesOf(string field) =>
        [.. Requests.Fields.RequestFields.Default.Find(field)?.Choices.Select(choice => choice.Value) ?? []];
}
