namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>The expected kind of outcome.</summary>
public enum ExpectedKind
{
    Answerable,
    Clarify,
    OutOfScope,
    Escalate,
}

/// <summary>A question with its expected outcome.</summary>
/// <param name="Language">The language and spelling: <c>vi</c>, <c>vi-nodia</c>, <c>en</c> or <c>mixed</c>.</param>
/// <param name="ExpectedKeys">
/// The keys of the right articles; an article whose key begins with one of them and a hyphen is right as well.
/// </param>
public sealed record ExpectedQuestion(string Id, string Language, string Text, IReadOnlyList<string> ExpectedKeys, ExpectedKind Kind)
{
    public bool Accepts(string? key) =>
        key is not null && ExpectedKeys.Any(expected => key == expected || key.StartsWith(expected + "-", StringComparison.Ordinal));
}

/// <summary>
/// Reads question sets: tab-separated files with a header and the columns id, language, question, expected_source and kind.
/// </summary>
public static class QuestionSet
{
    /// <exception cref="InvalidDataException">A column is missing or a kind is unknown; the message names the line.</exception>
    public static IReadOnlyList<ExpectedQuestion> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split('\t').ToList();
        int FindColumn(string name) =>
            header.IndexOf(name) is >= 0 and var at ? at : throw new InvalidDataException($"{path}:1: no column {name}");
        var (id, language, question, expected, kind) = (
            FindColumn("id"),
            FindColumn("language"),
            FindColumn("question"),
            FindColumn("expected_source"),
            FindColumn("kind")
        );

        return
        [
            .. lines
                .Index()
                .Skip(1)
                .Where(line => line.Item.Length > 0)
                .Select(line =>
                {
                    var cells = line.Item.Split('\t');
                    return new ExpectedQuestion(
                        cells[id],
                        cells[language],
                        cells[question],
                        [.. cells[expected].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                        ParseKind(cells[kind]) ?? throw new InvalidDataException($"{path}:{line.Index + 1}: unknown kind {cells[kind]}")
                    );
                }),
        ];
    }

    /// <summary>The name of a kind in the file.</summary>
    public static string GetName(ExpectedKind kind) =>
        kind switch
        {
            ExpectedKind.Answerable => "answerable",
            ExpectedKind.Clarify => "clarify",
            ExpectedKind.OutOfScope => "out_of_scope",
            _ => "escalate",
        };

    private static ExpectedKind? ParseKind(string text) =>
        text.Trim() switch
        {
            "answerable" => ExpectedKind.Answerable,
            "clarify" => ExpectedKind.Clarify,
            "out_of_scope" => ExpectedKind.OutOfScope,
            "escalate" => ExpectedKind.Escalate,
            _ => null,
        };
}
