using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>Writes the turns that are not right to a Markdown page: the messages before, the expected reply and the actual one.</summary>
public static class DialoguePage
{
    public const string FileName = "dialogues.md";

    public static void Write(DialogueReport report, string folder)
    {
        ArgumentNullException.ThrowIfNull(report);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, FileName), ToMarkdown(report));
    }

    private static string ToMarkdown(DialogueReport report)
    {
        var page = new StringBuilder("# Dialogues\n\n");
        Line($"| conversations | turns | turnsRight | firstTurnsRight | laterTurnsRight | conversationsRight | wrongTold |");
        Line($"|---|---|---|---|---|---|---|");
        page.Append(
                CultureInfo.InvariantCulture,
                $"| {report.Conversations} | {report.Turns} | {report.TurnsRight:P1} | {report.FirstTurnsRight:P1} "
                    + $"| {report.LaterTurnsRight:P1} | {report.ConversationsRight:P1} | {report.WrongTold:P1} |"
            )
            .Append('\n');
        Line($"");
        Line($"| group | turns | right | wrongTold |");
        Line($"|---|---|---|---|");
        foreach (var (name, group) in report.ByCat.Concat(report.ByLang))
        {
            Line($"| {name} | {group.Turns} | {group.TurnsRight:P1} | {group.WrongTold:P1} |");
        }

        foreach (var miss in report.Misses)
        {
            Line($"");
            Line($"## {miss.Id} turn {miss.Turn} ({miss.Cat}, {miss.Lang}){(miss.IsWrongTold ? ": WRONG TOLD" : "")}");
            Line($"");
            foreach (var before in miss.Before)
            {
                Line($"- before: {OneLine(before)}");
            }

            Line($"- **{OneLine(miss.User)}**");
            Line($"- expected {string.Join("/", miss.Expected.Outcome)} {string.Join(", ", miss.Expected.Keys)}. {miss.Expected.Right}");
            Line($"- got {string.Join("+", miss.Got.Outcomes)} {string.Join(", ", miss.Got.Keys)}");
            foreach (var failed in miss.Failed)
            {
                Line($"- failed: `{failed}`");
            }

            Line($"");
            Line($"> {miss.Got.Text.Trim().ReplaceLineEndings("\n> ")}");
        }

        return page.ToString();

        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
