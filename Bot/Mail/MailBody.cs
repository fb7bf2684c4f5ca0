using System.Net;
using System.Text;

namespace PolicyAssistantBot.Mail;

/// <summary>A part of a mail with a heading.</summary>
internal sealed record MailSection(string Heading, string Text);

/// <summary>The content of a mail, as plain text and as equivalent HTML.</summary>
internal sealed record MailBody(string Text, string Html)
{
    /// <param name="lang">BCP 47.</param>
    /// <param name="quote">A person's text, shown verbatim; null when there is none.</param>
    /// <param name="link">An address with its label; null when there is none.</param>
    /// <param name="closingParagraphs">Paragraphs after the quote.</param>
    /// <param name="sections">Parts with headings before these paragraphs; none by default.</param>
    public static MailBody Compose(
        string lang,
        string greeting,
        string lead,
        string? quote,
        IEnumerable<string> closingParagraphs,
        (string Label, Uri Address)? link,
        string footer,
        IReadOnlyList<MailSection>? sections = null
    )
    {
        List<string> paragraphs = [.. closingParagraphs];
        var text = new StringBuilder().Append(greeting).Append("\n\n").Append(lead);
        var html = new StringBuilder(Paragraph(greeting)).Append(Paragraph(lead));
        if (quote is not null)
        {
            var lines = quote.ReplaceLineEndings("\n");
            text.Append("\n\n").Append(string.Join('\n', lines.Split('\n').Select(line => $"> {line}".TrimEnd())));
            html.Append("<blockquote style=\"margin:0 0 16px;padding:8px 16px;border-left:3px solid #08455f;white-space:pre-wrap\">")
                .Append(Escape(lines))
                .Append("</blockquote>");
        }

        foreach (var section in sections ?? [])
        {
            text.Append("\n\n").Append(section.Heading.ToUpperInvariant()).Append('\n').Append(section.Text);
            html.Append("<h2 style=\"margin:24px 0 4px;font-size:18px\">").Append(Escape(section.Heading)).Append("</h2>");
            html.Append(Paragraph(section.Text));
        }

        foreach (var paragraph in paragraphs)
        {
            text.Append("\n\n").Append(paragraph);
            html.Append(Paragraph(paragraph));
        }

        if (link is var (label, address))
        {
            text.Append("\n\n").Append(label).Append(": ").Append(address.AbsoluteUri);
            html.Append("<p><a href=\"").Append(Escape(address.AbsoluteUri)).Append("\">").Append(Escape(label)).Append("</a></p>");
        }

        text.Append("\n\n-- \n").Append(footer).Append('\n');
        html.Append("<p style=\"color:#50616b;font-size:13px\">").Append(Escape(footer)).Append("</p>");
        return new MailBody(
            text.ToString(),
            $"<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>"
                + $"<body style=\"font:16px/1.5 sans-serif;color:#102430;max-width:640px\">{html}</body></html>"
        );
    }

    private static string Paragraph(string text) => $"<p>{Escape(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
