using System.Globalization;
using System.Net;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Renders the checklist as a printable page: one self-contained HTML document without scripts.</summary>
public static class SupplierReadinessPage
{
    /// <summary>The only style of the page, so that a Content Security Policy can allow it by its hash.</summary>
    public const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 "
        + "1rem;overflow-wrap:anywhere;color:#111;background:#fff}"
        + "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:1.5rem}li{margin:.4rem "
        + "0;break-inside:avoid}.note{color:#444;font-size:.9rem}"
        + "@media print{body{margin:0;max-width:none}}";

    /// <param name="findTitle">Finds the title of an article by its key; an article without a title is left out.</param>
    public static string Render(SupplierReadinessResult result, Lang lang, DateOnly day, Func<string, string?> findTitle)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(findTitle);
        var texts = lang == Lang.En ? Texts.English : Texts.Vietnamese;
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html><html lang=\"{lang.Code()}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + $"content=\"width=device-width,initial-scale=1\"><title>{Encode(texts.Title)}</title><style>{Style}</style></head><body>"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h1>{Encode(texts.Title)}</h1><p>{Encode(texts.Sector(SupplierReadiness.GetSectorName(result.Sector)[lang], day))}</p>"
        );
        AppendList(html, texts.MetHeading, result.Met, requirement => Encode(requirement.Name[lang]));
        AppendList(html, texts.MissingHeading, result.Missing, requirement => RenderMissing(requirement, lang, texts, findTitle));
        AppendList(html, texts.UnansweredHeading, result.Unanswered, requirement => Encode(requirement.Question[lang]));
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Encode(texts.Note)}</p></body></html>");
        return html.ToString();
    }

    private static void AppendList(
        StringBuilder html,
        string heading,
        IReadOnlyList<SupplierRequirement> requirements,
        Func<SupplierRequirement, string> renderItem
    )
    {
        if (requirements.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(heading)}</h2><ul>");
        foreach (var requirement in requirements)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{renderItem(requirement)}</li>");
        }

        html.Append("</ul>");
    }

    private static string RenderMissing(SupplierRequirement requirement, Lang lang, Texts texts, Func<string, string?> findTitle)
    {
        var schemeTitles = requirement
            .SchemeKeys.Select(findTitle)
            .Where(found => found is not null)
            .Select(found => Encode(found!))
            .ToList();
        var support =
            schemeTitles.Count == 0
                ? ""
                : $"<br><span class=\"note\">{Encode(texts.SupportLabel)} {string.Join("; ", schemeTitles)}</span>";
        return $"<strong>{Encode(requirement.Name[lang])}</strong><br>{Encode(requirement.RequiredAction[lang])}{support}";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private sealed record Texts(
        string Title,
        Func<string, DateOnly, string> Sector,
        string MetHeading,
        string MissingHeading,
        string UnansweredHeading,
        string SupportLabel,
        string Note
    )
    {
        public static Texts Vietnamese { get; } =
            new(
                "Mức sẵn sàng làm nhà cung cấp",
                (sector, day) => $"Ngành của khách hàng: {sector}. Lập ngày {day:dd/MM/yyyy}.",
                "Đã có",
                "Còn thiếu, và việc cần làm",
                "Chưa rõ hoặc chưa trả lời",
                "Có thể tìm hiểu hỗ trợ:",
                "Bảng này dựa trên thông lệ của khách hàng lớn và câu trả lời của anh/chị; mỗi khách hàng có yêu cầu riêng. "
                    + "Đây là hướng dẫn để tham khảo, không phải chứng nhận, cũng không phải kết quả đánh giá của cơ quan nhà nước."
            );

        public static Texts English { get; } =
            new(
                "Readiness as a supplier",
                (sector, day) => $"The buyer's sector: {sector}. Made on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.",
                "In place",
                "Missing, and what to do",
                "Not sure or not answered",
                "Support to look into:",
                "This list rests on what large buyers commonly ask and on your answers; every buyer has requirements of its "
                    + "own. It is guidance, not a certificate and no assessment by a public body."
            );
    }
}
