using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>
/// Writes names and sentences as people type them: without marks, in small letters, in capitals, and in mixtures of these, because nobody
/// types in one way from the first word to the last.
/// </summary>
internal sealed partial class NameTyping(Random random)
{
    public string TypeName(string name) =>
        random.Next(100) switch
        {
            < 80 => name,
            < 83 => VietnameseText.Fold(name),
            < 89 => name.ToLowerInvariant(),
            < 93 => name.ToUpperInvariant(),
            < 99 => Unmark(name),
            _ => name[..1] + name[1..].ToLowerInvariant(),
        };

    public string Type(string sentence) =>
        random.Next(100) switch
        {
            < 38 => sentence,
            < 50 => sentence.ToLowerInvariant(),
            < 66 => Unmark(sentence).ToLowerInvariant(),
            < 76 => Unmark(sentence),
            < 79 => sentence.ToUpperInvariant(),
            < 80 => Unmark(sentence).ToUpperInvariant(),
            < 82 => ChangeWords(sentence, 100, Capitalize),
            < 83 => ChangeWords(Unmark(sentence), 100, Capitalize),
            < 86 => CapitalizeSentences(sentence.ToLowerInvariant()),
            < 89 => CapitalizeSentences(Unmark(sentence).ToLowerInvariant()),
            < 91 => ChangeWords(CapitalizeSentences(Unmark(sentence).ToLowerInvariant()), 10, Capitalize),
            < 92 => ChangeWords(sentence.ToLowerInvariant(), 10, Capitalize),
            < 95 => ChangeWords(random.Next(2) == 0 ? sentence : sentence.ToLowerInvariant(), 30, Unmark),
            < 98 => ChangeWords(random.Next(2) == 0 ? sentence : sentence.ToLowerInvariant(), 90, Unmark),
            _ => UnmarkHalf(sentence),
        };

    /// <summary>Changes so many of a hundred words.</summary>
    private string ChangeWords(string sentence, int percent, Func<string, string> change) =>
        WordRegex().Replace(sentence, word => random.Next(100) < percent ? change(word.Value) : word.Value);

    private string UnmarkHalf(string sentence)
    {
        var middle = random.Next(sentence.Length);
        return random.Next(2) == 0
            ? Unmark(sentence[..middle]) + sentence[middle..]
            : sentence[..middle] + Unmark(sentence[middle..]).ToLowerInvariant();
    }

    private static string CapitalizeSentences(string text) => SentenceStartRegex().Replace(text, start => start.Value.ToUpperInvariant());

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Without marks; capitals stay.</summary>
    public static string Unmark(string text) =>
        string.Concat(
            text.Normalize(System.Text.NormalizationForm.FormC)
                .Select(c =>
                    char.IsUpper(c) ? char.ToUpperInvariant(VietnameseText.Fold(c.ToString())[0]) : VietnameseText.Fold(c.ToString())[0]
                )
        );

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex WordRegex();

    [GeneratedRegex(@"(?:^|[.!?\n] )[\uE000]?\p{L}")]
    private static partial Regex SentenceStartRegex();
}
