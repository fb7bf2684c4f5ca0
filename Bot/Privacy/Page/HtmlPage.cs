using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary>A public page in the style of the landing page; every text is encoded.</summary>
internal sealed class HtmlPage
{
    /// <summary>Vietnamese letters need no entities: the page is UTF-8.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    /// <param name="otherLanguage">The path of the page in the other language; null when there is none.</param>
    public HtmlPage(Lang lang, string title, string? otherLanguage = null)
    {
        var otherLink = otherLanguage is null
            ? ""
            : $"""<a class="switch" href="{otherLanguage}">{Encode(PrivacyPageTexts.OtherLanguage[lang])}</a>""";
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="{lang.Code()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encode(title)}</title>
            <link rel="icon" href="/site/mark.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/design/site.css">
            </head>
            <body>
            <header class="top"><div class="wrap">
            <a class="brand" href="{(lang == Lang.En ? "/en" : "/")}">{Encode(PrivacyPageTexts.BackToStart[lang])}</a>{otherLink}
            </div></header>
            <main><section><div class="wrap privacy">
            <h1>{Encode(title)}</h1>

            """
        );
    }

    public void Heading(string text) => html.Append("<h2>").Append(Encode(text)).Append("</h2>\n");

    public void Paragraph(string text) => html.Append("<p>").Append(Encode(text)).Append("</p>\n");

    public void Link(string path, string text) =>
        html.Append("<p><a href=\"").Append(Encode(path)).Append("\">").Append(Encode(text)).Append("</a></p>\n");

    public void List(IEnumerable<string> items)
    {
        html.Append("<ul>\n");
        foreach (var item in items)
        {
            html.Append("<li>").Append(Encode(item)).Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    /// <summary>The first cell of each row is its heading.</summary>
    public void Table(IEnumerable<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (var column in columns)
        {
            html.Append("<th scope=\"col\">").Append(Encode(column)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(Encode(row[0])).Append("</th>");
            foreach (var cell in row.Skip(1))
            {
                html.Append("<td>").Append(Encode(cell)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    public override string ToString() => $"{html}</div></section></main>\n</body>\n</html>\n";

    private static string Encode(string text) => Encoder.Encode(text);
}
