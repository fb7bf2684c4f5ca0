using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Benchmarks.Profile;

/// <summary>
/// Distinct questions: those that the articles list, in both languages, each in a few wordings. In random order, so that neighbours have
/// different answers.
/// </summary>
internal sealed partial class QuestionSource
{
    private static readonly string[] Frames = ["{0}", "cho em hỏi {0}", "{0} với ạ"];

    private readonly string[] questions;
    private int next;

    public QuestionSource(string articles)
    {
        var listed = Directory
            .EnumerateFiles(articles, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => QuestionRegex().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["text"].Value.Trim())
            .Where(text => text.Length is > 8 and < 120)
            .ToList();
        var random = new Random(14);
        questions =
        [
            .. listed
                .SelectMany(question => Frames, (question, frame) => string.Format(CultureInfo.InvariantCulture, frame, question))
                .Distinct(StringComparer.Ordinal)
                .OrderBy(_ => random.Next()),
        ];
    }

    public int Count => questions.Length;

    /// <summary>The next question; a question is repeated only after all others.</summary>
    public string Next() => questions[(int)((uint)Interlocked.Increment(ref next) % (uint)questions.Length)];

    [GeneratedRegex("^    - ['\"]?(?<text>[^'\"{}]+)['\"]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex QuestionRegex();
}
