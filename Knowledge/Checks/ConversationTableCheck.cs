using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks the tables in the folder <c>Policy</c>: every choice names an article that exists, every <c>unless</c> an exception that exists,
/// and every act has examples in both languages.
/// </summary>
internal static class ConversationTableCheck
{
    /// <param name="folder">The folder <c>Policy</c>.</param>
    /// <param name="articleKeys">The keys of the articles.</param>
    public static IEnumerable<Problem> Check(string folder, IReadOnlySet<string> articleKeys)
    {
        List<Problem> problems = [];
        if (ConversationPolicy.Read(folder, problems) is not { } policy)
        {
            return problems;
        }

        foreach (
            var choice in policy.Fields.Fields.SelectMany(field => field.Choices).Where(choice => !articleKeys.Contains(choice.ArticleKey))
        )
        {
            Report(
                "fields.yaml",
                choice.ArticleKey,
                "article",
                $"Không có bài “{choice.ArticleKey}” cho lựa chọn “{choice.Label.Vi}”.",
                $"There is no article “{choice.ArticleKey}” for the choice “{choice.Label.En}”."
            );
        }

        foreach (
            var matter in policy.Matters.Matters.Where(matter =>
                matter.Exception is { } name && !policy.Matters.Exceptions.ContainsKey(name)
            )
        )
        {
            Report(
                "matters.yaml",
                $"unless: {matter.Exception}",
                "exception",
                $"Không có ngoại lệ “{matter.Exception}”.",
                $"There is no exception “{matter.Exception}”."
            );
        }

        foreach (var group in policy.Acts.Acts.Where(group => group.Vi.Trim().Length == 0 || group.En.Trim().Length == 0))
        {
            Report(
                "acts.yaml",
                $"act: {group.Act}",
                "language",
                $"Hành động “{group.Act}” thiếu ví dụ tiếng Việt hoặc tiếng Anh.",
                $"The act “{group.Act}” lacks examples in Vietnamese or English."
            );
        }

        return problems;

        void Report(string file, string searchText, string rule, string vi, string en) =>
            problems.Add(new($"Policy/{file}", FindLine(Path.Combine(folder, file), searchText), rule, new LocalizedText(vi, en)));
    }

    /// <summary>The number, from 1, of the first line that contains a text; 1 when none does.</summary>
    private static int FindLine(string path, string searchText) =>
        Math.Max(1, 1 + Array.FindIndex(File.ReadAllLines(path), line => line.Contains(searchText, StringComparison.OrdinalIgnoreCase)));
}
