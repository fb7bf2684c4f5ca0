using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>The answer of the register to a question about documents.</summary>
/// <param name="Text">The answer as Markdown, in whole sentences.</param>
/// <param name="Statuses">The status of each document, in the order of the question.</param>
public sealed record LegalAnswer(string Text, IReadOnlyList<LegalStatus> Statuses)
{
    /// <summary>Whether none of the documents is in force any more.</summary>
    public bool AllExpired => Statuses.Count > 0 && Statuses.All(status => status is LegalStatus.Expired);
}

/// <summary>Answers “is Decree 39/2018 still in force?” and “what replaces 13/2023/NĐ-CP?” from the register.</summary>
public static class LegalAnswers
{
    private static readonly string[] StatusPhrases =
    [
        "hieu luc",
        "con dung",
        "con ap dung",
        "con gia tri",
        "con su dung",
        "bi bo",
        "bai bo",
        "da bo chua",
        "het han",
        "con khong",
        "con ko",
        "con k",
        "in force",
        "still valid",
        "in effect",
        "expired",
        "repealed",
        "still apply",
        "still applicable",
        "effective",
    ];

    private static readonly string[] ReplacementPhrases =
    [
        "thay the",
        "thay bang",
        "thay cho",
        "bi thay",
        "duoc thay",
        "van ban moi",
        "replace",
        "superseded",
        "supersede",
        "instead of",
        "successor",
    ];

    /// <summary>Null when the question is not about the validity of a document, or names no document of the register.</summary>
    public static LegalAnswer? Answer(LegalRegister register, string question, Lang lang, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(register);
        var words = $" {string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(question)))} ";
        if (!StatusPhrases.Concat(ReplacementPhrases).Any(phrase => words.Contains($" {phrase}", StringComparison.Ordinal)))
        {
            return null;
        }

        var statuses = FindMentioned(register, question).Select(document => register.GetStatus(document, day)).ToList();
        return statuses.Count == 0
            ? null
            : new LegalAnswer(string.Join("\n\n", statuses.Select(status => LegalTexts.Describe(status, day, lang))), statuses);
    }

    /// <summary>The documents of the register that a text mentions, in order; a number without a year can match several.</summary>
    public static IReadOnlyList<LegalDocument> FindMentioned(LegalRegister register, string text)
    {
        ArgumentNullException.ThrowIfNull(register);
        return [.. DocumentNumber.FindAll(text).SelectMany(number => register.Documents.Where(number.Matches)).Distinct()];
    }
}
