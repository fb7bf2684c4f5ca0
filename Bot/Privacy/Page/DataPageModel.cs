using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary>A page about personal data.</summary>
/// <param name="Unit">The name of the department.</param>
/// <param name="OtherPath">The path of the page in the other language; null when there is none.</param>
/// <param name="Content">From <see cref="HtmlPage"/>, which encodes every text.</param>
public sealed record DataPageModel(Lang Lang, string Title, string Unit, string? OtherPath, MarkupString Content)
{
    internal static RazorComponentResult<DataPage> Show(
        Lang lang,
        LocalizedText title,
        RequestOptions unit,
        string content,
        string? otherPath = null
    ) =>
        new(
            new Dictionary<string, object?>
            {
                ["Model"] = new DataPageModel(
                    lang,
                    title[lang],
                    lang == Lang.En ? unit.UnitEn : unit.UnitVi,
                    otherPath,
                    new MarkupString(content)
                ),
            }
        )
        {
            PreventStreamingRendering = true,
        };
}
