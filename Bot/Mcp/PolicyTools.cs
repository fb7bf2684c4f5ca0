using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Retrieval;

namespace PolicyAssistantBot.Mcp;

/// <summary>What other assistants may ask: the answers that askers get, the articles behind them, and the size of an enterprise. All of it
/// is only read.</summary>
internal sealed class PolicyTools(AnswerPipeline pipeline, OutsideSearch outside)
{
    private const int MaxQuestion = 1000;
    private const decimal MaxAmount = 1_000_000_000_000_000;
    private const int MaxEmployees = 10_000_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public McpServerOptions Options() =>
        new()
        {
            ServerInfo = new Implementation
            {
                Name = "policy-assistant",
                Version = typeof(PolicyTools).Assembly.GetName().Version?.ToString(3) ?? "0",
            },
            ServerInstructions =
                "Reviewed guidance for small and medium enterprises in Hanoi. Quote the answers with their legal basis and "
                + "period; an Unanswerable or Expired outcome must be passed on as such.",
            ToolCollection =
            [
                Tool(
                    SearchPolicy,
                    "search_policy",
                    "Answer a question on support, financing and supplier standards from reviewed articles, with the legal "
                        + "basis. The outcome says whether it could be answered."
                ),
                Tool(
                    GetArticle,
                    "get_article",
                    "One reviewed article with its sections, legal basis, period in force and the day it was checked."
                ),
                Tool(
                    CheckSmeSize,
                    "check_sme_size",
                    "Whether an enterprise is micro, small or medium by Decree 80/2021/ND-CP, Article 5. It declares its own "
                        + "figures; this is guidance."
                ),
            ],
        };

    private async Task<string> SearchPolicy(
        [Description("The question, in Vietnamese or English, at most 1000 characters.")] string question,
        [Description("Answer in vi or en; without it in the question's language.")] string? language = null,
        [Description("The day whose law is asked about, yyyy-MM-dd; without it today.")] string? date = null,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrWhiteSpace(question) || question.Length > MaxQuestion)
        {
            throw new McpException($"question takes 1 to {MaxQuestion} characters");
        }

        var lang = language is null ? null : Language(language);
        var answer = await outside.AskAsync(
            new Question(question, lang, Day(date)) { LanguageIsFixed = lang is not null },
            cancellationToken
        );
        return Write(
            new
            {
                outcome = answer.GetType().Name,
                text = answer.Text,
                language = answer.Language.Code(),
                confidence = Math.Round(answer.Confidence, 2),
                article = answer switch
                {
                    Answer.Answered answered => answered.ArticleKey,
                    Answer.Expired expired => expired.ArticleKey,
                    _ => null,
                },
                offersRequest = answer.OffersRequest,
                citations = answer.Citations,
                followUps = answer is Answer.Clarify clarify ? clarify.Choices : answer.FollowUps,
            }
        );
    }

    private string GetArticle(
        [Description("The article's key, as search_policy names it.")] string key,
        [Description("vi or en; Vietnamese without it.")] string? language = null
    )
    {
        var lang = language is null ? Lang.Vi : Language(language)!.Value;
        var article = pipeline.Find(key) ?? throw new McpException("there is no article with that key");
        return Write(
            new
            {
                article.Key,
                article.Revision,
                language = lang.Code(),
                title = article.Title[lang],
                inForce = article.InForce,
                article.Checked,
                basis = article.Basis.Select(basis => new
                {
                    basis.Document,
                    basis.Clause,
                    basis.InForce,
                    basis.ReplacedBy,
                }),
                sections = article
                    .Sections(lang)
                    .Select(section => new
                    {
                        section.Id,
                        section.Heading,
                        section.Markdown,
                    }),
            }
        );
    }

    private static string CheckSmeSize(
        [Description("industry (agriculture, forestry, fishery, industry, construction) or services (trade and services).")]
            string? sector = null,
        [Description("Insured employees, the year's average.")] int? employees = null,
        [Description("Revenue of the preceding year in VND.")] decimal? revenue = null,
        [Description("Total capital of the preceding year in VND.")] decimal? capital = null
    )
    {
        SmeSector? group = sector?.Trim().ToLowerInvariant() switch
        {
            null or "" => null,
            "industry" => SmeSector.Industry,
            "services" => SmeSector.Services,
            _ => throw new McpException("sector takes industry or services"),
        };
        if (employees is < 0 or > MaxEmployees || revenue is < 0 or > MaxAmount || capital is < 0 or > MaxAmount)
        {
            throw new McpException("employees, revenue and capital take plausible numbers from 0");
        }

        var result = SmeSize.Classify(new SmeFacts(group, employees, revenue, capital));
        return Write(
            new
            {
                size = result.GetType().Name,
                document = result.Basis.Document,
                clause = result.Basis.Clause,
                missing = result is SmeSizeResult.Unclear unclear ? unclear.Missing.Select(fact => fact.ToString().ToLowerInvariant()) : [],
                note = "Guidance only: the enterprise declares its size and answers for it.",
            }
        );
    }

    private static McpServerTool Tool(Delegate method, string name, string description) =>
        McpServerTool.Create(
            method,
            new McpServerToolCreateOptions
            {
                Name = name,
                Description = description,
                ReadOnly = true,
                Idempotent = true,
                Destructive = false,
                OpenWorld = false,
            }
        );

    private static Lang? Language(string language) =>
        language is "vi" or "en" ? LangCodes.Parse(language) : throw new McpException("language takes vi or en");

    private static DateOnly? Day(string? date) =>
        date is null ? null
        : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new McpException("date takes a day as yyyy-MM-dd");

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);
}
