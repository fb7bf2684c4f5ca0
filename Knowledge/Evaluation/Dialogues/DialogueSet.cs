using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>A conversation of an asker, with what is expected of every reply.</summary>
/// <param name="Lang">
/// How the asker writes: <c>vi</c>, <c>vi-nodia</c>, <c>teen</c>, <c>mixed</c>, <c>en</c>; figures are grouped by it.
/// </param>
/// <param name="Channel"><c>web</c> or <c>teams</c>.</param>
/// <param name="Category">The kind of the conversation; figures are grouped by it.</param>
public sealed record Dialogue(string Id, string Lang, string Channel, string Category, IReadOnlyList<DialogueTurn> Turns);

public sealed record DialogueTurn(string User, DialogueExpectation Expected);

/// <summary>What a right reply looks like; an empty list asks for nothing.</summary>
/// <param name="Outcomes">The outcome is one of these.</param>
/// <param name="Keys">At least one article that was used has a key that begins with one of these; only for Answered and Expired.</param>
/// <param name="Must">Each matches what the asker sees without a click.</param>
/// <param name="MustNot">None matches the whole reply.</param>
/// <param name="Right">The reply of a careful official, for people who analyse a failure.</param>
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
