using System.Globalization;

namespace PolicyAssistantBot.Knowledge;

/// <content>Numbers of legal documents in sentences.</content>
public static partial class LocalFormat
{
    /// <summary>The part of a number that tells a document's kind. What the National Assembly passed may be a law or a resolution: its
    /// number tells neither.</summary>
    private static readonly (string Mark, string Vi, string En)[] DocumentKinds =
    [
        ("/NĐ-", "Nghị định {0}", "Decree {0}"),
        ("/TT-", "Thông tư {0}", "Circular {0}"),
        ("/NQ-", "Nghị quyết {0}", "Resolution {0}"),
        ("/QĐ-", "Quyết định {0}", "Decision {0}"),
    ];

    /// <summary>A document's number with its kind before it: <c>Nghị định 80/2021/NĐ-CP</c>, <c>Decree 80/2021/NĐ-CP</c>; a name that is no
    /// mere number stays as it is.</summary>
    public static string Document(string document, Lang lang)
    {
        if (document.Length == 0 || !char.IsAsciiDigit(document[0]) || document.Contains(' ', StringComparison.Ordinal))
        {
            return document;
        }

        foreach (var (mark, vi, en) in DocumentKinds)
        {
            if (document.Contains(mark, StringComparison.Ordinal))
            {
                return string.Format(CultureInfo.InvariantCulture, lang == Lang.En ? en : vi, document);
            }
        }

        return document;
    }
}
