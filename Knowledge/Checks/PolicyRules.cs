using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Holds the tables of the conversation against the articles: each key is an article's, each act and matter is complete.</summary>
internal static class PolicyRules
{
    /// <param name="folder">The folder <c>Policy</c>.</param>
    /// <param name="keys">The keys of the articles.</param>
    public static IEnumerable<Problem> Check(string folder, IReadOnlySet<string> keys)
    {
        List<Problem> problems = [];
        if (ConversationPolicy.Read(folder, problems) is not { } policy)
        {
            return problems;
        }

        foreach (var choice in policy.Fields.Fields.SelectMany(field => field.Choices).Where(choice => !keys.Contains(choice.Key)))
        {
            Add(
                "fields.yaml",
                choice.Key,
                "article",
                $"Không có bài “{choice.Key}” cho lựa chọn “{choice.Label.Vi}”.",
                $"There is no article “{choice.Key}” for the choice “{choice.Label.En}”."
            );
        }

        foreach (
            var matter in policy.Matters.Matters.Where(matter => matter.Unless is { } name && !policy.Matters.Exceptions.ContainsKey(name))
        )
        {
            Add(
                "matters.yaml",
                $"unless: {matter.Unless}",
                "exception",
                $"Không có ngoại lệ “{matter.Unless}”.",
                $"There is no exception “{matter.Unless}”."
            );
        }

        foreach (var group in policy.Acts.Acts.Where(group => group.Vi.Trim().Length == 0 || group.En.Trim().Length == 0))
        {
            Add(
                "acts.yaml",
                $"act: {group.Act}",
                "language",
                $"Hành động “{group.Act}” thiếu ví dụ tiếng Việt hoặc tiếng Anh.",
                $"The act “{group.Act}” lacks examples in Vietnamese or English."
            );
        }

        return problems;

        void Add(string file, string text, string rule, string vi, string en) =>
            problems.Add(new($"Policy/{file}", LineOf(Path.Combine(folder, file), text), rule, new LocalizedText(vi, en)));
    }

    /// <summary>The line that holds a text, counted from 1.</summary>
    private static int LineOf(string path, string text) =>
        Math.Max(1, 1 + Array.FindIndex(File.ReadAllLines(path), line => line.Contains(text, StringComparison.OrdinalIgnoreCase)));
}
