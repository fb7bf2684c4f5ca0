using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Privacy.Export;

/// <summary>A person's data as a page to read and to print.</summary>
internal static class ExportPage
{
    /// <param name="jsonPath">The path of the same data as a file.</param>
    public static string Render(PersonalDataExport export, Lang lang, string jsonPath)
    {
        var html = new HtmlPage(ExportTexts.Title[lang]);
        html.Paragraph(ExportTexts.Intro.With(lang, LocalFormat.Time(export.ExportedAt, lang), export.Channel, export.UserId));
        html.Link(jsonPath, ExportTexts.Download[lang]);
        foreach (var exportedCase in export.Cases)
        {
            AppendCase(html, exportedCase, lang);
        }

        html.Heading(ExportTexts.Questions.With(lang, export.Questions.Count));
        html.List(export.Questions.Select(q => $"{LocalFormat.Time(q.At, lang)} · {q.Text}"));
        html.Heading(ExportTexts.Votes.With(lang, export.Votes.Count));
        html.List(export.Votes.Select(v => $"{LocalFormat.Time(v.At, lang)} · {ExportTexts.NameOf(v.IsUpvote)[lang]} · {v.Comment}"));
        foreach (var conversation in export.Conversations)
        {
            html.Heading(ExportTexts.Conversation.With(lang, conversation.Messages.Count));
            html.List(
                conversation.Messages.Select(message =>
                {
                    var speaker = (message.IsYours ? ExportTexts.You : ExportTexts.Assistant)[lang];
                    var text = message.Text ?? (message.Content is null ? "" : ExportTexts.Form[lang]);
                    return $"{LocalFormat.Time(message.At, lang)} · {speaker}: {text} {string.Join(", ", message.Files)}";
                })
            );
        }

        html.Paragraph(ExportTexts.NotIncluded[lang]);
        return html.ToString();
    }

    private static void AppendCase(HtmlPage html, ExportedCase exportedCase, Lang lang)
    {
        var facts = exportedCase.Facts;
        html.Heading(ExportTexts.Case.With(lang, exportedCase.Number, CaseTexts.StatusNames[exportedCase.Status][lang]));
        html.List(
            new[]
            {
                facts.EnterpriseName,
                facts.TaxCode,
                facts.WardName,
                facts.Content,
                facts.ContactName,
                facts.Phone,
                facts.Email,
                exportedCase.ConsentWithdrawnAt is { } withdrawn
                    ? ExportTexts.ConsentWithdrawn.With(lang, LocalFormat.Time(withdrawn, lang))
                    : null,
            }.OfType<string>()
        );
        html.List(ConsentTexts.ComposeCopies(facts, lang).Select(copy => ExportTexts.Consent.With(lang, copy)));
        html.List(exportedCase.History.Where(e => e.Text is not null).Select(e => FormatEvent(e, lang)));
        html.List(exportedCase.Files.Select(file => ExportTexts.File.With(lang, file)));
        html.List(
            exportedCase.Mails.Select(mail => ExportTexts.Mail.With(lang, LocalFormat.Time(mail.At, lang), mail.Recipient, mail.Subject))
        );
    }

    private static string FormatEvent(ExportedEvent exportedEvent, Lang lang)
    {
        var speaker = exportedEvent.Kind == CaseEventKind.AskerMessage ? ExportTexts.You : ExportTexts.Office;
        return $"{LocalFormat.Time(exportedEvent.At, lang)} · {speaker[lang]}: {exportedEvent.Text}";
    }
}
