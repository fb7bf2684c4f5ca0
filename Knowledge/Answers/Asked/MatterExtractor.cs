using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// What a message asks, without how it is opened ("em muốn hỏi về …") and where the enterprise is ("ở quận Cầu Giấy"): such words tell
/// nothing of the matter and would find articles that happen to hold them.
/// </summary>
internal static partial class MatterExtractor
{
    /// <summary>The text to search for; the whole text when nothing can be removed or nothing would remain.</summary>
    /// <param name="text">The cleaned message.</param>
    public static string Extract(string text)
    {
        var words = VietnameseText.SplitIntoWords(text).ToList();
        var folded = words.ConvertAll(VietnameseText.Fold);
        var openingWordCount = OpeningRegex().Match(string.Join(' ', folded)) is { Success: true } match
            ? match.Value.Trim().Split(' ').Length
            : 0;
        var keptIndices = Enumerable.Range(openingWordCount, words.Count - openingWordCount).ToList();
        if (!AsksForPlaceRegex().IsMatch(string.Join(' ', folded)))
        {
            keptIndices.RemoveAll(Places.FindIn([.. folded], onlyWithPreposition: true).Contains);
        }

        return keptIndices.Count < words.Count && keptIndices.Exists(i => !ConversationPolicy.Current.Fields.IsGeneralWord(folded[i]))
            ? string.Join(' ', keptIndices.Select(i => words[i]))
            : text;
    }

    [GeneratedRegex(
        @"^((a|da|vang|alo|uh|um|xin chao|chao (ban|em|anh|chi|anh chi|ad|bot)|hi|hello|hey|(ad|ban|em|bot|anh|chi|a|c|e"
            + @"|anh chi) oi|so tai chinh oi) )*"
            + @"((cho|xin) (phep )?(em|toi|minh|chau|tui) (xin )?(duoc )?hoi( them| thu| voi| chut| ty| xiu)*( la| ve)?"
            + @"|xin (duoc )?hoi( ve)?|cho hoi( them)?( ve)?|hoi ve|(em|toi|minh|tui|chung toi|ben em) (dang )?(muon|can"
            + @"|dinh) (duoc )?(hoi|biet|tim hieu)( them)?( la| ve)?"
            + @"|(i would|i d|we would) like to (ask|know)( about)?|i (want|need) to (ask|know)( about)?|(can|could) you "
            + @"(please )?tell (me|us)( about| more about)?|(please )?tell me about|(i have )?(a )?question about) ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OpeningRegex();

    [GeneratedRegex(
        @"\b(thuoc|dia chi|sap nhap|tru so|phuong nao|xa nao|quan nao|huyen nao|ten cu|ten moi|con la|gio la|nay la|la "
            + @"gi|doi ten|ranh gioi|ward|commune|district|address)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksForPlaceRegex();
}
