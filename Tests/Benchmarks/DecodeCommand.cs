using System.Globalization;
using System.Text.Json;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>
/// <c>decode FILE… [--wrong 20]</c>: takes the diacritics off what people typed with them in dialogues, restores them, and prints the share
/// of syllables that are right again, with the most frequent wrong ones.
/// </summary>
internal static class DecodeCommand
{
    private const double MinMarkedWords = 0.4;

    public static void Run(string[] args)
    {
        using var store = new ArticleStore(
            Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"),
            lastGoodFile: null,
            TimeProvider.System,
            watch: false
        );
        var index = KnowledgeBase.Build(store.Current.Articles).Index;
        var (total, right) = (0, 0);
        var wrong = new Dictionary<(string Wanted, string Got), int>();
        foreach (var text in args.Where(File.Exists).SelectMany(File.ReadLines).SelectMany(ReadTurns).Distinct(StringComparer.Ordinal))
        {
            var words = VietnameseText.SplitIntoWords(text);
            if (words.Count == 0 || words.Count(word => word != VietnameseText.Fold(word)) < MinMarkedWords * words.Count)
            {
                continue;
            }

            var decoded = VietnameseText.SplitIntoWords(
                index
                    .Search(string.Join(' ', words.Select(VietnameseText.Fold)), new SearchOptions { Lang = Lang.Vi, Count = 1 })
                    .Query.Decoded
            );
            if (decoded.Count != words.Count)
            {
                continue; // A short form was written out: its syllables cannot be compared one by one.
            }

            foreach (var (wanted, got) in words.Select(VietnameseText.Canonicalize).Zip(decoded.Select(VietnameseText.Canonicalize)))
            {
                total++;
                right += wanted == got ? 1 : 0;
                wrong[(wanted, got)] = wrong.GetValueOrDefault((wanted, got)) + (wanted == got ? 0 : 1);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total} syllables, {100.0 * right / total:0.00} % right"));
        foreach (var ((wanted, got), count) in wrong.OrderByDescending(x => x.Value).Take((int)(Arguments.Number(args, "--wrong") ?? 20)))
        {
            Console.WriteLine($"{count}\t{wanted}\tread as {got}");
        }
    }

    private static IEnumerable<string> ReadTurns(string line)
    {
        using var dialogue = JsonDocument.Parse(line);
        return [.. dialogue.RootElement.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("user").GetString()!)];
    }
}
