using System.Text.RegularExpressions;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>The knowledge base's answer to a request, as a suggestion to the official.</summary>
public sealed record SuggestedAnswer(string Title, string Text, IReadOnlyList<CitedSource> Sources)
{
    /// <summary>What the official should know before sending the text: it is not part of it.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];
}

/// <summary>Answers requests from the knowledge base for officials. Nothing is sent automatically.</summary>
internal sealed partial class SuggestedAnswerFinder(AnswerPipeline pipeline)
{
    private const int MaxQuestionLength = 600;

    /// <returns>Null when the knowledge base has no answer.</returns>
    public SuggestedAnswer? Find(SupportRequest request)
    {
        var (facts, lang) = (request.Facts, LangCodes.Parse(request.Facts.Language) ?? Lang.Vi);
        return new[] { facts.Content, facts.Question }
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text =>
                pipeline.Ask(
                    new Question(text!.Length > MaxQuestionLength ? text[..MaxQuestionLength] : text, lang) { IsLanguageFixed = true }
                )
            )
            .OfType<Answer.Answered>()
            .Select(answer =>
            {
                var (statements, cautions) = SeparateCautions(PlainMarkdown.Write(answer.Text));
                var sources = AnswerCard.ToCitedSources(CitedText.Create(answer).Sources, answer.Language);
                return new SuggestedAnswer(answer.Title, RemoveInvitations(statements), sources) { Cautions = cautions };
            })
            .FirstOrDefault();
    }

    /// <summary>Takes out the sentences that say how sure the answer is and what it does not know: they are for the official.</summary>
    internal static (string Statements, IReadOnlyList<string> Cautions) SeparateCautions(string text)
    {
        var cautions = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var sentences = SentenceEndRegex().Split(line);
            var kept = sentences.Where(sentence => !CautionRegex().IsMatch(sentence)).ToList();
            cautions.AddRange(
                sentences.Where(sentence => CautionRegex().IsMatch(sentence)).Select(sentence => sentence.Trim(' ', '-', '*'))
            );
            if (line.Trim().Length == 0 || (string.Concat(kept).Trim(' ', '-', '*').Length > 0 && !CautionHeadingRegex().IsMatch(line)))
            {
                lines.Add(string.Join(' ', kept));
            }
        }

        return (string.Join('\n', lines), [.. cautions.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The suggestion as a part of a reply, with its sources.</summary>
    public static string ToText(SuggestedAnswer suggestion, Lang lang) =>
        suggestion.Sources.Count == 0
            ? suggestion.Text
            : string.Join(
                '\n',
                [
                    suggestion.Text,
                    "",
                    $"{CaseWorkTexts.Sources[lang]}:",
                    .. suggestion.Sources.Select(source => $"- {FormatSource(source, lang)}"),
                ]
            );

    public static string FormatSource(CitedSource source, Lang lang) =>
        source.Abstract is { Length: > 0 } validity ? CaseWorkTexts.SourceLine.With(lang, source.Name, validity) : source.Name;

    /// <summary>The text without the sentences that tell the reader to send a request: the asker has sent one.</summary>
    internal static string RemoveInvitations(string text)
    {
        var lines = text.Split('\n')
            .Select(line => (Line: line, Kept: string.Join(' ', SentenceEndRegex().Split(line).Where(s => !InvitationRegex().IsMatch(s)))))
            .Where(line => line.Line.Length == 0 || line.Kept.Trim(' ', '-', '*').Length > 0)
            .Select(line => line.Kept);
        return ManyLineEndsRegex().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEndRegex();

    [GeneratedRegex(
        @"nguồn là báo|chưa rõ:|chưa có nguồn xác nhận|the source is the press|not known yet:|no source confirms it yet",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CautionRegex();

    [GeneratedRegex(@"\A[\s#*]*(?:điều chưa rõ|what is not known)[\s:*]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CautionHeadingRegex();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLineEndsRegex();

    [GeneratedRegex(
        @"(?:mời|hãy|thì|nên|rồi|hoặc|cứ|có thể|anh/chị|[;,])\s+gửi\s+(?:một\s+)?yêu\s+cầu|\bsend (?:us )?(?:a|your) request\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex InvitationRegex();
}
