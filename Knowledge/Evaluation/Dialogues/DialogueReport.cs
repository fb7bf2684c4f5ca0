using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>The results of evaluating dialogues; shares are 0 to 1.</summary>
/// <param name="TurnsRight">Share of all turns that are right.</param>
/// <param name="FirstTurnsRight">Share of the first turns.</param>
/// <param name="LaterTurnsRight">Share of the turns after the first.</param>
/// <param name="ConversationsRight">Share of the conversations of which every turn is right.</param>
/// <param name="WrongTold">Share of all turns whose reply gives wrong information.</param>
/// <param name="Milliseconds">The median time of a turn in milliseconds.</param>
public sealed record DialogueReport(
    int Conversations,
    int Turns,
    double TurnsRight,
    double FirstTurnsRight,
    double LaterTurnsRight,
    double ConversationsRight,
    double WrongTold,
    IReadOnlyDictionary<string, TurnFigures> ByCat,
    IReadOnlyDictionary<string, TurnFigures> ByLang,
    double Milliseconds,
    IReadOnlyList<DialogueMiss> Misses
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static DialogueReport Create(IReadOnlyList<JudgedTurn> turns, double milliseconds)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var conversations = turns.GroupBy(turn => turn.Dialogue).ToList();
        return new(
            conversations.Count,
            turns.Count,
            ComputeShare(turns, turn => turn.IsRight),
            ComputeShare(turns.Where(turn => turn.Index == 0), turn => turn.IsRight),
            ComputeShare(turns.Where(turn => turn.Index > 0), turn => turn.IsRight),
            ComputeShare(conversations, conversation => conversation.All(turn => turn.IsRight)),
            ComputeShare(turns, turn => turn.GivesWrongInformation),
            GroupFigures(turns, turn => turn.Dialogue.Category),
            GroupFigures(turns, turn => turn.Dialogue.Lang),
            milliseconds,
            [.. turns.Where(turn => !turn.IsRight || turn.GivesWrongInformation).Select(DialogueMiss.Create)]
        );
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Conversations} conversations, {Turns} turns: turnsRight {TurnsRight:P1}, firstTurnsRight {FirstTurnsRight:P1}, "
                + $"laterTurnsRight {LaterTurnsRight:P1}, conversationsRight {ConversationsRight:P1}, wrongTold {WrongTold:P1}; "
                + $"{Milliseconds:0.0} ms a turn"
        );
        foreach (var (name, group) in ByCat.Concat(ByLang))
        {
            Line($"  {name, -12} {group.Turns, 4} turns, right {group.TurnsRight:P1}, wrongTold {group.WrongTold:P1}");
        }

        foreach (var miss in Misses)
        {
            Line($"{miss.Id} turn {miss.Turn}{(miss.IsWrongTold ? " WRONG TOLD" : "")}: {miss.User}");
            Line($"    {string.Join(" · ", miss.Failed)}; got {string.Join("+", miss.Got.Outcomes)} {string.Join(", ", miss.Got.Keys)}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private static SortedDictionary<string, TurnFigures> GroupFigures(IEnumerable<JudgedTurn> turns, Func<JudgedTurn, string> name) =>
        new(
            turns
                .GroupBy(name)
                .ToDictionary(
                    group => group.Key,
                    group => new TurnFigures(
                        group.Count(),
                        ComputeShare(group, turn => turn.IsRight),
                        ComputeShare(group, turn => turn.GivesWrongInformation)
                    )
                ),
            StringComparer.Ordinal
        );

    private static double ComputeShare<T>(IEnumerable<T> all, Func<T, bool> predicate)
    {
        var (count, passed) = (0, 0);
        foreach (var item in all)
        {
            count++;
            passed += predicate(item) ? 1 : 0;
        }

        return count == 0 ? 0 : Math.Round((double)passed / count, 4);
    }
}

public sealed record TurnFigures(int Turns, double TurnsRight, double WrongTold);

/// <summary>A turn that is not right, with the expected and the actual reply.</summary>
/// <param name="Turn">Counted from 1.</param>
/// <param name="Before">The earlier messages of the user.</param>
public sealed record DialogueMiss(
    string Id,
    int Turn,
    string Cat,
    string Lang,
    IReadOnlyList<string> Before,
    string User,
    DialogueMissExpected Expected,
    DialogueMissGot Got,
    IReadOnlyList<string> Failed,
    bool IsWrongTold
)
{
    public static DialogueMiss Create(JudgedTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var expected = turn.Turn.Expected;
        return new(
            turn.Dialogue.Id,
            turn.Index + 1,
            turn.Dialogue.Category,
            turn.Dialogue.Lang,
            [.. turn.Dialogue.Turns.Take(turn.Index).Select(before => before.User)],
            turn.Turn.User,
            new(
                expected.Outcomes,
                expected.Keys,
                [.. expected.MustMatch.Select(pattern => pattern.Source)],
                [.. expected.MustNotMatch.Select(pattern => pattern.Source)],
                expected.RightAnswer
            ),
            new(turn.Reply.Outcomes, turn.Reply.Keys, turn.Reply.VisibleText),
            turn.FailedChecks,
            turn.GivesWrongInformation
        );
    }
}

public sealed record DialogueMissExpected(
    IReadOnlyList<string> Outcome,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> Must,
    IReadOnlyList<string> MustNot,
    string? Right
);

public sealed record DialogueMissGot(IReadOnlyList<string> Outcomes, IReadOnlyList<string> Keys, string Text);
