using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>A conversation with the expectation of every reply.</summary>
/// <param name="Lang">
/// The language and spelling of the messages: <c>vi</c>, <c>vi-nodia</c>, <c>teen</c>, <c>mixed</c>, <c>en</c>; figures are grouped by it.
/// </param>
/// <param name="Channel"><c>web</c> or <c>teams</c>.</param>
/// <param name="Category">The kind of the conversation; figures are grouped by it.</param>
public sealed record Dialogue(string Id, string Lang, string Channel, string Category, IReadOnlyList<DialogueTurn> Turns)
{
    /// <summary>Ids begin with their writer: <c>S4-012</c>.</summary>
    public string Writer => Id.Split('-')[0];
}

public sealed record DialogueTurn(string User, DialogueExpectation Expected);

/// <summary>The conditions of a right reply; an empty list is no condition.</summary>
/// <param name="Outcomes">The permitted outcomes.</param>
/// <param name="Keys">Prefixes of article keys, one of which a used article must have; only for Answered and Expired.</param>
/// <param name="MustMatch">Patterns that must all match the visible text.</param>
/// <param name="MustNotMatch">Patterns that must not match the whole reply.</param>
/// <param name="RightAnswer">The answer of a careful official, for people who analyse a turn that is not right.</param>
public sealed record DialogueExpectation(
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<string> Keys,
    IReadOnlyList<PythonPattern> MustMatch,
    IReadOnlyList<PythonPattern> MustNotMatch,
    string? RightAnswer
);

/// <summary>Reads dialogues: JSON Lines, one conversation a line.</summary>
public static class DialogueSet
{
    /// <exception cref="InvalidDataException">A line cannot be read; the message names file and line.</exception>
    public static IReadOnlyList<Dialogue> Read(string file)
    {
        var dialogues = new List<Dialogue>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                dialogues.Add(ParseDialogue(json.RootElement));
            }
            catch (Exception exception)
                when (exception
                        is JsonException
                            or KeyNotFoundException
                            or InvalidOperationException
                            or FormatException
                            or ArgumentException
                )
            {
                throw new InvalidDataException($"{file}:{number}: {exception.Message}", exception);
            }
        }

        return dialogues;
    }

    private static Dialogue ParseDialogue(JsonElement json) =>
        new(
            json.GetProperty("id").GetString()!,
            ReadText(json, "lang") ?? "vi",
            ReadText(json, "channel") ?? "web",
            ReadText(json, "cat") ?? "",
            [.. json.GetProperty("turns").EnumerateArray().Select(ParseTurn)]
        );

    private static DialogueTurn ParseTurn(JsonElement json)
    {
        var expected = json.GetProperty("expect");
        return new(
            json.GetProperty("user").GetString()!,
            new(
                ReadTexts(expected, "outcome"),
                ReadTexts(expected, "keys"),
                [.. ReadTexts(expected, "must").Select(PythonPattern.Parse)],
                [.. ReadTexts(expected, "mustNot").Select(PythonPattern.Parse)],
                ReadText(expected, "right") ?? ReadText(expected, "note")
            )
        );
    }

    private static string? ReadText(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> ReadTexts(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [];
}
