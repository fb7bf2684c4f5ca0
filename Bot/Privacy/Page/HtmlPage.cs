using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary>The content of a public page about data, which stands in the frame of all public pages; every text is encoded.</summary>
internal sealed class HtmlPage
{
    /// <summary>Vietnamese letters need no entities: the page is UTF-8.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    public HtmlPage(string title) => html.Append("<h1>").Append(Encode(title)).Append("</h1>\n");

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

    public override string ToString() => html.ToString();

    private static string Encode(string text) => Encoder.Encode(text);
}
