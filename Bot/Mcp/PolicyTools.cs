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

/// <summary>Read-only tools for other assistants: the answers that askers get, the articles behind them, and the size of an
/// enterprise.</summary>
[McpServerToolType]
internal sealed class PolicyTools(AnswerPipeline pipeline, ExternalSearch outsideSearch)
{
    private const int MaxQuestionLength = 1000;
    private const decimal MaxAmount = 1_000_000_000_000_000;
    private const int MaxEmployees = 10_000_000;

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void ConfigureServer(McpServerOptions server)
    {
        server.ServerInfo = new Implementation
        {
            Name = "policy-assistant",
            Version = typeof(PolicyTools).Assembly.GetName().Version?.ToString(3) ?? "0",
        };
        server.ServerInstructions =
            "Reviewed guidance for small and medium enterprises in Hanoi. Quote the answers with their legal basis and "
            + "period; an Unanswerable, Expired, OnHold or Withdrawn outcome must be passed on as such.";
    }

    [McpServerTool(Name = "search_policy", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false)]
    [Description(
        "Answer a question on support, financing and supplier standards from reviewed articles, with the legal "
            + "basis. The outcome says whether it could be answered."
    )]
    public async Task<string> SearchPolicy(
        [Description("The question, in Vietnamese or English, at most 1000 characters.")] string question,
        [Description("Language of the answer, vi or en; by default the question's.")] string? language = null,
        [Description("Answer by the law of this day, yyyy-MM-dd; by default today.")] string? date = null,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrWhiteSpace(question) || question.Length > MaxQuestionLength)
        {
            throw new McpException($"question must have 1 to {MaxQuestionLength} characters");
        }

        var lang = language is null ? null : ParseLanguage(language);
        var answer = await outsideSearch.AskAsync(
            new Question(question, lang, ParseDay(date)) { IsLanguageFixed = lang is not null },
            cancellationToken
        );
        return ToJson(
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

    [McpServerTool(Name = "get_article", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false)]
    [Description("One reviewed article with its sections, legal basis, period in force and the day it was checked.")]
    public string GetArticle(
        [Description("The article's key, as returned by search_policy.")] string key,
        [Description("vi or en; by default Vietnamese.")] string? language = null
    )
    {
        var lang = language is null ? Lang.Vi : ParseLanguage(language)!.Value;
        if (pipeline.FindHold(key) is { } hold)
        {
            throw new McpException($"the article is {(hold.IsWithdrawal ? "withdrawn" : "on hold")}: {hold.Reason[lang]}");
        }

        var article = pipeline.Find(key) ?? throw new McpException("no article has that key");
        return ToJson(
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
                    .GetSectionsOn(pipeline.Today, lang)
                    .Select(section => new
                    {
                        section.Id,
                        section.Heading,
                        section.Markdown,
                    }),
            }
        );
    }

    [McpServerTool(Name = "check_sme_size", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false)]
    [Description(
        "Whether an enterprise is micro, small or medium by Decree 80/2021/ND-CP, Article 5. It declares its own "
            + "figures; this is guidance."
    )]
    public static string CheckSmeSize(
        [Description("industry (agriculture, forestry, fishery, industry, construction) or services (trade and services).")]
            string? sector = null,
        [Description("Average number of insured employees in the year.")] int? employees = null,
        [Description("Revenue of the preceding year in VND.")] decimal? revenue = null,
        [Description("Total capital of the preceding year in VND.")] decimal? capital = null
    )
    {
        SmeSector? smeSector = sector?.Trim().ToLowerInvariant() switch
        {
            null or "" => null,
            "industry" => SmeSector.Industry,
            "services" => SmeSector.Services,
            _ => throw new McpException("sector must be industry or services"),
        };
        if (employees is < 0 or > MaxEmployees || revenue is < 0 or > MaxAmount || capital is < 0 or > MaxAmount)
        {
            throw new McpException("employees, revenue and capital must be plausible numbers, 0 or more");
        }

        var result = SmeSize.Classify(new SmeFacts(smeSector, employees, revenue, capital));
        return ToJson(
            new
            {
                size = result.GetType().Name,
                document = result.Basis.Document,
                clause = result.Basis.Clause,
                missing = result is SmeSizeResult.Unclear unclear
                    ? unclear.MissingFacts.Select(fact => fact.ToString().ToLowerInvariant())
                    : [],
                note = "Guidance only: the enterprise declares its own size and is responsible for the declaration.",
            }
        );
    }

    private static Lang? ParseLanguage(string language) =>
        language is "vi" or "en" ? LangCodes.Parse(language) : throw new McpException("language must be vi or en");

    private static DateOnly? ParseDay(string? date) =>
        date is null ? null
        : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new McpException("date must be a day as yyyy-MM-dd");

    private static string ToJson<T>(T value) => JsonSerializer.Serialize(value, JsonOptions);
}
