using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>A message taken apart into what it does and what it asks.</summary>
/// <param name="Act">What it does; <see cref="DialogueAct.Ask"/> where it only asks or informs.</param>
/// <param name="Rest">What it asks or says besides; empty where the act is all.</param>
public sealed partial record MessageReading(ReadAct Act, string Rest)
{
    /// <summary>The least confidence in a clause that is no example.</summary>
    private const double SureOfClause = .9;

    private const int LeastPrefixWords = 3;
    private const int LongestRemark = 8;

    /// <summary>These change something or open something, so a question beside them must not trigger them by chance.</summary>
    private static readonly HashSet<DialogueAct> Doing =
    [
        DialogueAct.Cancel,
        DialogueAct.Postpone,
        DialogueAct.WantPerson,
        DialogueAct.MyCase,
        DialogueAct.NoNumber,
        DialogueAct.Withdraw,
        DialogueAct.Forget,
        DialogueAct.Export,
        DialogueAct.Help,
        DialogueAct.Language,
        DialogueAct.Repeat,
    ];

    /// <summary>These are harmless, so a comma is enough between them and a question.</summary>
    private static readonly HashSet<DialogueAct> Light = [DialogueAct.Cancel, DialogueAct.Postpone, DialogueAct.Language];

    private static readonly HashSet<DialogueAct> Courtesies = [DialogueAct.Thanks, DialogueAct.Goodbye, DialogueAct.Complain];

    /// <summary>Reads the message as a whole, else clause by clause.</summary>
    public static MessageReading Of(ActReader reader, string text)
    {
        var whole = reader.Read(text);
        if (whole.Act is not (DialogueAct.Ask or DialogueAct.Inform) || reader.IsExample(text))
        {
            return new(whole, "");
        }

        var clauses = Clauses(text);
        if (clauses.Count == 1)
        {
            return Prefix(reader, text) ?? new(whole, text);
        }

        var acts = clauses.ConvertAll(clause => OfClause(reader, clause));
        var place = acts.FindIndex(act => act is not null && Doing.Contains(act.Act));
        if (place < 0)
        {
            place = acts.FindIndex(act => act is not null && Courtesies.Contains(act.Act));
            return place < 0 || clauses.Where((_, i) => acts[i] is null).Any(clause => AsksOrTells(reader, clause) || !IsRemark(clause))
                ? new(whole, text)
                : new(acts[place]!, "");
        }

        var rest = clauses.Where((_, i) => acts[i] is null).ToList();
        if (!rest.Exists(clause => AsksOrTells(reader, clause)))
        {
            return new(acts[place]!, "");
        }

        return Light.Contains(acts[place]!.Act) || clauses[place].EndsSentence || (place > 0 && clauses[place - 1].EndsSentence)
            ? new(acts[place]!, string.Join(' ', rest.Select(clause => clause.Text + clause.End)).Trim())
            : new(whole, text);
    }

    /// <summary>The act of one clause: an example, or very likely one. A courtesy is not asked.</summary>
    private static ReadAct? OfClause(ActReader reader, Clause clause) =>
        reader.Read(clause.Text) is { Act: not (DialogueAct.Ask or DialogueAct.Inform), Confidence: >= SureOfClause } act
        && (Doing.Contains(act.Act) || !clause.End.Contains('?', StringComparison.Ordinal))
        && (act.Act != DialogueAct.Complain || act.Confidence == 1)
            ? act
            : null;

    /// <summary>An example with a short remark after it and no punctuation between: "hủy luôn nha mẹ em gọi rồi".</summary>
    private static MessageReading? Prefix(ActReader reader, string text)
    {
        var words = SpacesRegex().Split(text.Trim());
        for (var length = words.Length - 1; length >= LeastPrefixWords; length--)
        {
            var remark = string.Join(' ', words.Skip(length));
            if (words.Length - length > LongestRemark || AsksOrTells(reader, new(remark, "")))
            {
                return null;
            }

            if (
                string.Join(' ', words.Take(length)) is var start
                && reader.IsExample(start)
                && reader.Read(start) is { } act
                && Light.Contains(act.Act)
            )
            {
                return new(act, "");
            }
        }

        return null;
    }

    private static List<Clause> Clauses(string text)
    {
        var clauses = new List<Clause>();
        var from = 0;
        foreach (Match end in EndsRegex().Matches(text))
        {
            Add(text[from..end.Index], end.Value.Trim());
            from = end.Index + end.Length;
        }

        Add(text[from..], "");
        return clauses;

        void Add(string clause, string end)
        {
            if (clause.Any(char.IsLetterOrDigit))
            {
                clauses.Add(new(clause.Trim(), end));
            }
        }
    }

    private static bool IsRemark(Clause clause) => SpacesRegex().Count(clause.Text) < LongestRemark;

    /// <summary>Whether a clause asks something or states figures, so that it must not be dropped.</summary>
    private static bool AsksOrTells(ActReader reader, Clause clause) =>
        clause.End.Contains('?', StringComparison.Ordinal) || clause.Text.Any(char.IsAsciiDigit) || reader.IsQuestion(clause.Text);

    private sealed record Clause(string Text, string End)
    {
        public bool EndsSentence => End.Any(c => c is not ',');
    }

    [GeneratedRegex(@"(?:[!?…\n]+|[.;:]+(?=\s|$)|,(?=\s))\s*")]
    private static partial Regex EndsRegex();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacesRegex();
}
