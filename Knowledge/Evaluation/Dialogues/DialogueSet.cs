using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>A conversation with the expectation of every reply.</summary>
/// <param name="Lang">
/// The language and spelling of the messages: <c>vi</c>, <c>vi-nodia</c>, <c>teen</c>, <c>mixed</c>, <c>en</c>; figures are grouped by it.
/// </param>
/// <param name="Channel"><c>web</c> or <c>teams</c>.</param>
/// <param name="Category">The kind of the conversation; figures are grouped by it.</param>
public sealed record Dialogue(string Id, string Lang, string Channel, string Category, IReadOnlyList<DialogueTurn> Turns);

public sealed record DialogueTurn(string User, DialogueExpectation Expected);

/// <summary>The conditions of a right reply; an empty list is no condition.</summary>
/// <param name="Outcomes">The permitted outcomes.</param>
/// <param name="Keys">Prefixes of article keys, one of which a used article must have; only for Answered and Expired.</param>
/// <param name="Must">Patterns that must all match the visible text.</param>
/// <param name="MustNot">Patterns that must not match the whole reply.</param>
/// <param name="Right">The answer of a careful official, for people who analyse a turn that is not right.</param>
public sealed record DialogueExpectation(
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<string> Keys,
    IReadOnlyList<PythonPattern> Must,
    IReadOnlyList<PythonPattern> MustNot,
    string? Right
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
                dialogues.Add(Dialogue(json.RootElement));
            }
            catch (Exception fault)
                when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new InvalidDataException($"{file}:{number}: {fault.Message}", fault);
            }
        }

        return dialogues;
    }

    private static Dialogue Dialogue(JsonElement json) =>
        new(
            json.GetProperty("id").GetString()!,
            Text(json, "lang") ?? "vi",
            Text(json, "channel") ?? "web",
            Text(json, "cat") ?? "",
            [.. json.GetProperty("turns").EnumerateArray().Select(Turn)]
        );

    private static DialogueTurn Turn(JsonElement json)
    {
        var expected = json.GetProperty("expect");
        return new(
            json.GetProperty("user").GetString()!,
            new(
                Texts(expected, "outcome"),
                Texts(expected, "keys"),
                [.. Texts(expected, "must").Select(PythonPattern.Parse)],
                [.. Texts(expected, "mustNot").Select(PythonPattern.Parse)],
                Text(expected, "right") ?? Text(expected, "note")
            )
        );
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> Texts(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [];
}
