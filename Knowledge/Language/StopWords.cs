using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Weights of function words in a question. In Vietnamese function words count half and interrogatives nothing; in English interrogatives
/// count a little, because "why" and "when" ask for different passages.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, double> Vietnamese = CreateTable(
        "là như của và các những được có không cho trong khi thì mà ở tại vì bị do với theo về để đã đang sẽ này đó một hay hoặc từ "
            + "đến ra vào phải bằng cũng còn nếu nên rằng lại chỉ rất lúc cái sự việc người điều thứ kia ấy nữa vậy hả à ạ mình "
            + "tôi em anh chị ta họ nó",
        "gì nào ai bao nhiêu lâu mấy đâu sao thế",
        0.5,
        0
    );

    private static readonly FrozenDictionary<string, double> English = CreateTable(
        "a an the is are was were be been being am do does did doing has have had of in on at to for from by with and or but "
            + "if then than that "
            + "this these those it its as into about there their they them he she his her him you your we our us i my me can "
            + "could will would shall should may might must not no so such",
        "what which who whom whose when where why how",
        0.5,
        0.2
    );

    /// <summary>The weight of a word in a question, 0 to 1; 1 for every word that is not a stop word.</summary>
    /// <param name="exactForm">The exact form of <see cref="WordForms"/>.</param>
    public static double GetWeight(Lang lang, string exactForm) => (lang == Lang.Vi ? Vietnamese : English).GetValueOrDefault(exactForm, 1);

    private static FrozenDictionary<string, double> CreateTable(
        string functionWords,
        string interrogatives,
        double functionWeight,
        double interrogativeWeight
    ) =>
        functionWords
            .Split(' ')
            .Select(w => KeyValuePair.Create(VietnameseText.Canonicalize(w), functionWeight))
            .Concat(interrogatives.Split(' ').Select(w => KeyValuePair.Create(VietnameseText.Canonicalize(w), interrogativeWeight)))
            .DistinctBy(p => p.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);
}
