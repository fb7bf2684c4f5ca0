using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>A message, separated into its dialogue act and the remaining text.</summary>
/// <param name="Act">The act; <see cref="DialogueAct.Ask"/> when the message only asks or informs.</param>
/// <param name="RemainingText">What the message asks or says besides the act; empty when there is nothing else.</param>
public sealed partial record MessageReading(RecognizedAct Act, string RemainingText)
{
    /// <summary>The minimum confidence in a clause that is not an example.</summary>
    private const double MinClauseConfidence = .9;

    private const int MinPrefixWords = 3;
    private const int MaxRemarkWords = 8;

    /// <summary>Acts that change or open something, so a question in the same message must not trigger them by accident.</summary>
    private static readonly HashSet<DialogueAct> ActsWithEffect =
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

    /// <summary>Harmless acts: a comma is enough to separate them from a question.</summary>
    private static readonly HashSet<DialogueAct> HarmlessActs = [DialogueAct.Cancel, DialogueAct.Postpone, DialogueAct.Language];

    private static readonly HashSet<DialogueAct> Courtesies = [DialogueAct.Thanks, DialogueAct.Goodbye, DialogueAct.Complain];

    /// <summary>Reads the message as a whole; if that is only a question, clause by clause.</summary>
    public static MessageReading Read(ActReader reader, string text)
    {
        var wholeAct = reader.Classify(text);
        var clauses = SplitIntoClauses(text);
        if (reader.IsExample(text))
        {
            return new(wholeAct, "");
        }

        if (wholeAct.Act is not (DialogueAct.Ask or DialogueAct.Inform))
        {
            if (!AsksBesides(reader, wholeAct.Act, clauses))
            {
                return new(wholeAct, "");
            }

            wholeAct = new(DialogueAct.Ask, null, wholeAct.Confidence);
        }

        if (clauses.Count == 1)
        {
            return ReadPrefix(reader, text) ?? new(wholeAct, text);
        }

        var acts = clauses.ConvertAll(clause => ReadClause(reader, clause));
        var actIndex = acts.FindIndex(act => act is not null && ActsWithEffect.Contains(act.Act));
        if (actIndex < 0)
        {
            actIndex = acts.FindIndex(act => act is not null && Courtesies.Contains(act.Act));
            return
                actIndex < 0
                || clauses.Where((_, i) => acts[i] is null).Any(clause => AsksOrStatesFigures(reader, clause) || !IsRemark(clause))
                ? new(wholeAct, text)
                : new(acts[actIndex]!, "");
        }

        var otherClauses = clauses.Where((_, i) => acts[i] is null).ToList();
        if (!otherClauses.Exists(clause => AsksOrStatesFigures(reader, clause)))
        {
            return new(acts[actIndex]!, "");
        }

        return
            HarmlessActs.Contains(acts[actIndex]!.Act)
            || clauses[actIndex].EndsSentence
            || (actIndex > 0 && clauses[actIndex - 1].EndsSentence)
            ? new(acts[actIndex]!, string.Join(' ', otherClauses.Select(clause => clause.Text + clause.End)).Trim())
            : new(wholeAct, text);
    }

    /// <summary>
    /// Whether a clause asks something that a courtesy or a change of language would leave without an answer: "chắc ăn không em, để mai chị
    /// ký", "English again please. so which am I".
    /// </summary>
    private static bool AsksBesides(ActReader reader, DialogueAct act, List<Clause> clauses) =>
        (
            act is DialogueAct.Thanks or DialogueAct.Goodbye or DialogueAct.Postpone
            || (act is DialogueAct.Language or DialogueAct.Repeat && clauses.Count > 1)
        )
        && clauses.Exists(clause =>
            reader.IsQuestion(clause.Text) && ReadClause(reader, clause) is null or { Act: DialogueAct.Thanks or DialogueAct.Goodbye }
        );

    /// <summary>
    /// The act of one clause when it is an example or very likely; null otherwise. A courtesy never ends with a question mark.
    /// </summary>
    private static RecognizedAct? ReadClause(ActReader reader, Clause clause) =>
        reader.Classify(clause.Text) is { Act: not (DialogueAct.Ask or DialogueAct.Inform), Confidence: >= MinClauseConfidence } act
        && (ActsWithEffect.Contains(act.Act) || !clause.End.Contains('?', StringComparison.Ordinal))
        && (act.Act != DialogueAct.Complain || act.Confidence == 1)
            ? act
            : null;

    /// <summary>An example followed by a short remark without punctuation between them: "hủy luôn nha mẹ em gọi rồi".</summary>
    private static MessageReading? ReadPrefix(ActReader reader, string text)
    {
        var words = SpacesRegex().Split(text.Trim());
        for (var length = words.Length - 1; length >= MinPrefixWords; length--)
        {
            var remark = string.Join(' ', words.Skip(length));
            if (words.Length - length > MaxRemarkWords || AsksOrStatesFigures(reader, new(remark, "")))
            {
                return null;
            }

            if (
                string.Join(' ', words.Take(length)) is var prefix
                && reader.IsExample(prefix)
                && reader.Classify(prefix) is { } act
                && HarmlessActs.Contains(act.Act)
            )
            {
                return new(act, "");
            }
        }

        return null;
    }

    private static List<Clause> SplitIntoClauses(string text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        foreach (Match end in ClauseEndRegex().Matches(text))
        {
            Add(text[start..end.Index], end.Value.Trim());
            start = end.Index + end.Length;
        }

        Add(text[start..], "");
        return clauses;

        void Add(string clause, string end)
        {
            if (clause.Any(char.IsLetterOrDigit))
            {
                clauses.Add(new(clause.Trim(), end));
            }
        }
    }

    private static bool IsRemark(Clause clause) => SpacesRegex().Count(clause.Text) < MaxRemarkWords;

    /// <summary>Whether a clause asks something or states figures, so that it must not be dropped.</summary>
    private static bool AsksOrStatesFigures(ActReader reader, Clause clause) =>
        clause.End.Contains('?', StringComparison.Ordinal) || clause.Text.Any(char.IsAsciiDigit) || reader.IsQuestion(clause.Text);

    private sealed record Clause(string Text, string End)
    {
        public bool EndsSentence => End.Any(c => c is not ',');
    }

    [GeneratedRegex(@"(?:[!?…\n]+|[.;:]+(?=\s|$)|,(?=\s))\s*")]
    private static partial Regex ClauseEndRegex();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacesRegex();
}
