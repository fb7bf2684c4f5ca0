using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

/// <summary>Passages and questions drawn from a small vocabulary with few frequent and many rare words, as in real texts.</summary>
internal static class GeneratedPassages
{
    private static readonly string[] Syllables =
    [
        .. from onset in "b c ch đ g h kh l m n ng nh ph qu s t th tr v x".Split(' ')
        from rhyme in "a á à ang anh ay âm âu em ên iêu inh ó ọc ống uyên ư ước ương ơn".Split(' ')
        select onset + rhyme,
    ];

    public static IReadOnlyList<Passage> Make(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Passage(
                    $"p{i}",
                    $"a{i / 3}",
                    "answer",
                    Lang.Vi,
                    Text(random, random.Next(3, 9)),
                    "",
                    Text(random, random.Next(15, 220)),
                    []
                )),
        ];
    }

    public static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Syllables[(int)(Syllables.Length * Math.Pow(random.NextDouble(), 2.5))]));

    /// <summary>A part of a passage with some words left out and sometimes without diacritics.</summary>
    public static string Question(IReadOnlyList<Passage> passages, Random random)
    {
        var words = passages[random.Next(passages.Count)].Text.Split(' ');
        var start = random.Next(words.Length);
        var question = string.Join(' ', words.Skip(start).Take(random.Next(1, 14)).Where(_ => random.NextDouble() < 0.8));
        return random.Next(3) == 0
            ? PolicyAssistantBot.Knowledge.Language.VietnameseText.Fold(question)
            : question + " " + Text(random, random.Next(4));
    }
}
