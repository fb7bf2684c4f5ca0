using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.AnswerMails;

/// <summary>
/// Composes the mail with an answer from the article alone. The answer in the chat may repeat words of the asker, who could so write to
/// others in the Department's name.
/// </summary>
internal sealed class AnswerMailComposer(IOptions<RequestOptions> options, IOptions<PublicUrlOptions> publicUrlOptions, TimeProvider time)
{
    private const int MaxSubjectLength = 200;

    public (string Subject, MailBody Body) Compose(Article article, Lang lang)
    {
        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        var sections = article.GetSectionsOn(HanoiTime.DayOf(time.GetUtcNow()), lang);
        var subject = AnswerMailTexts.Subject.With(lang, article.Title[lang]);
        return (
            subject.Length <= MaxSubjectLength ? subject : $"{subject[..MaxSubjectLength]}…",
            MailBody.Compose(
                lang.Code(),
                MailTexts.GreetingWithoutName[lang],
                AnswerMailTexts.Lead.With(lang, unit),
                null,
                [AnswerMailTexts.CheckedOn.With(lang, LocalFormat.Day(article.Checked, lang))],
                publicUrlOptions.Value.PublicUrl is { } publicUrl
                    ? (AnswerMailTexts.Page[lang], PublicPaths.Resolve(publicUrl, PublicPaths.Article(article.Key, lang)))
                    : null,
                AnswerMailTexts.Footer.With(lang, unit),
                [
                    .. sections.Select(
                        (section, i) =>
                            new MailSection(
                                i == 0 ? article.Title[lang] : section.Heading, // The first section is the short answer.
                                PlainMarkdown.Write(section.Markdown)
                            )
                    ),
                    new MailSection(AnswerMailTexts.Sources[lang], string.Join('\n', ListSources(article, lang))),
                ]
            )
        );
    }

    private static IEnumerable<string> ListSources(Article article, Lang lang) =>
        article
            .Basis.Select(basis => BasisName.Compose(basis, LegalRegister.Default, lang))
            .Distinct(StringComparer.Ordinal)
            .Select(source => $"- {source}");
}
