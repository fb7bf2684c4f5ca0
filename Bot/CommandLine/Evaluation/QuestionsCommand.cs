using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// <c>knowledge questions [--since yyyy-MM-dd] [--limit N] [--json] [--data DIR]</c>: lists for the editors the questions that were not
/// answered or whose answer was voted down.
/// </summary>
internal static class QuestionsCommand
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var since = new Option<string?>("--since") { Description = "Only what was asked on this day or later, yyyy-MM-dd." };
        var limit = new Option<int>("--limit") { Description = "The maximum number, the newest first.", DefaultValueFactory = _ => 200 };
        var json = new Option<bool>("--json") { Description = "Print one JSON array." };
        var data = LocalStorage.CreateFolderOption();
        var command = new Command("questions", "List unanswered and down-voted questions, personal data masked.")
        {
            since,
            limit,
            json,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetValue(since), parsed.GetValue(limit), parsed.GetValue(json), parsed.GetValue(data), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string? since, int limit, bool json, string? data, CancellationToken cancellationToken)
    {
        DateTimeOffset? firstMoment = null;
        if (since is not null)
        {
            if (!DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                await Console.Error.WriteLineAsync("--since requires a day in the form yyyy-MM-dd");
                return 2;
            }

            firstMoment = HanoiTime.StartOf(day);
        }

        if (await LocalStorage.OpenHostAsync(data, cancellationToken) is not { } host)
        {
            return 2;
        }

        try
        {
            var questions = await host
                .Services.GetRequiredService<AnswerStore>()
                .ListOpenQuestionsAsync(firstMoment, Math.Clamp(limit, 1, 100_000), cancellationToken);
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(questions, JsonOptions));
                return 0;
            }

            foreach (var question in questions)
            {
                var askedAt = question.At.ToHanoi().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                var result = question.IsDownvoted ? $"down {question.Reason}".TrimEnd() : question.Outcome;
                var comment = ToSingleLine(question.Comment ?? "");
                Console.WriteLine(
                    string.Join('\t', askedAt, question.Language, result, question.ArticleKey, ToSingleLine(question.Question), comment)
                );
            }

            Console.WriteLine($"{questions.Count} questions");
            return 0;
        }
        finally
        {
            await LocalStorage.CloseHostAsync(host);
        }
    }

    private static string ToSingleLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
