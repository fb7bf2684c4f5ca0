using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>Detects text that repeats the instructions: six consecutive words of them that occur in no passage.</summary>
internal sealed class InstructionEcho
{
    private const int RunLength = 6;

    private readonly HashSet<string> runs;

    public InstructionEcho(string instructions, IEnumerable<string> passages)
    {
        runs = [.. GetWordRuns(instructions)];
        foreach (var passage in passages)
        {
            runs.ExceptWith(GetWordRuns(passage));
        }
    }

    public bool IsContainedIn(string text) => runs.Count > 0 && GetWordRuns(text).Any(runs.Contains);

    private static IEnumerable<string> GetWordRuns(string text)
    {
        var words = VietnameseText.SplitIntoWords(VietnameseText.Fold(text));
        for (var start = 0; start + RunLength <= words.Count; start++)
        {
            yield return string.Join(' ', words.Skip(start).Take(RunLength));
        }
    }
}
