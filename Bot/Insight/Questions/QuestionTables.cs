using System.Globalization;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Questions;

/// <summary>Arranges the statistics about questions in tables, in one language.</summary>
internal static class QuestionTables
{
    public const string Weeks = "questions";
    public const string Hours = "hours";
    public const string Articles = "articles";
    public const string Unanswered = "unanswered";
    public const string Votes = "votes";

    /// <param name="findTitle">The title of an article by its key; null when there is no such article any more.</param>
    public static IReadOnlyList<StatisticsTable> CreateAll(
        Period period,
        QuestionReport report,
        Func<string, string?> findTitle,
        Lang lang
    ) =>
        [
            new StatisticsTable(
                Weeks,
                QuestionTexts.ByWeek[lang],
                [
                    InsightTexts.Week[lang],
                    QuestionTexts.Questions[lang],
                    QuestionTexts.Answered[lang],
                    QuestionTexts.NotAnswered[lang],
                    QuestionTexts.Exchanges[lang],
                    QuestionTexts.SolvedShare[lang],
                    QuestionTexts.Upvotes[lang],
                    QuestionTexts.Downvotes[lang],
                ],
                [
                    .. report.Weeks.Select(
                        (week, i) =>
                            new StatisticsTableRow(
                                StatisticsTables.FormatDay(period.GetMonday(i), lang),
                                [
                                    Count(week.Questions),
                                    Count(week.Answered),
                                    Count(week.Unanswered),
                                    Count(week.Exchanges),
                                    new Cell(CellKind.Share, week.SolvedShare),
                                    Count(week.Upvotes),
                                    Count(week.Downvotes),
                                ]
                            )
                    ),
                ]
            ),
            new StatisticsTable(
                Hours,
                QuestionTexts.ByHour[lang],
                [
                    QuestionTexts.Hour[lang],
                    .. report.Channels.Select(channel => QuestionTexts.LabelOfChannel(channel.ChannelId)[lang]),
                    QuestionTexts.AllChannels[lang],
                ],
                [
                    .. Enumerable
                        .Range(0, 24)
                        .Select(hour => new StatisticsTableRow(
                            string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00–{hour:00}:59"),
                            [
                                .. report.Channels.Select(channel => Count(channel.Hours[hour])),
                                Count(report.Channels.Sum(channel => channel.Hours[hour])),
                            ]
                        )),
                ]
            ),
            new StatisticsTable(
                Articles,
                QuestionTexts.TopArticles[lang],
                [QuestionTexts.Article[lang], QuestionTexts.Times[lang], QuestionTexts.Upvotes[lang], QuestionTexts.Downvotes[lang]],
                [
                    .. report.Articles.Select(article => new StatisticsTableRow(
                        findTitle(article.ArticleKey) ?? article.ArticleKey,
                        [Count(article.Questions), Count(article.Upvotes), Count(article.Downvotes)]
                    )),
                ]
            ),
            new StatisticsTable(
                Unanswered,
                QuestionTexts.Unanswered[lang],
                [QuestionTexts.Question[lang], QuestionTexts.Times[lang]],
                [.. report.Unanswered.Select(question => new StatisticsTableRow(question.Text, [Count(question.Times)]))]
            ),
            new StatisticsTable(
                Votes,
                QuestionTexts.Votes[lang],
                [QuestionTexts.Vote[lang], QuestionTexts.VoteCount[lang]],
                report.Total is { Upvotes: 0, Downvotes: 0 }
                    ? []
                    :
                    [
                        new StatisticsTableRow(QuestionTexts.Upvotes[lang], [Count(report.Total.Upvotes)]),
                        .. report.DownvoteReasons.Select(reason => new StatisticsTableRow(
                            QuestionTexts.DownvotesFor.With(lang, QuestionTexts.LabelOfReason(reason.Reason)[lang]),
                            [Count(reason.Votes)]
                        )),
                    ]
            ),
        ];

    private static Cell Count(int value) => new(CellKind.Count, value);
}
