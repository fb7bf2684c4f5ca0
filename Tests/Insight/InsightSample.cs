using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;

namespace PolicyAssistantBot.Tests.Insight;

/// <summary>Enough cases and questions for every part of the page.</summary>
internal static class InsightSample
{
    /// <summary>Twelve weeks of cases, so that every chart has lines.</summary>
    public static async Task FillAsync(DeskHost desk)
    {
        var now = desk.Time.GetUtcNow();
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        string[] teams = ["general", "support", "financing", "suppliers"],
            topics = ["support", "financing", "supplier-standards", "definitions"];
        string[] wards = ["Phường Ba Đình", "Phường Cửa Nam", "Xã Đông Anh", "Phường Hà Đông"];
        for (var i = 0; i < 240; i++)
        {
            var submitted = now.AddHours(-8 * i).AddMinutes(-(i * 37 % 480));
            var (replied, ended) = (submitted.AddMinutes(90 + (i * 53 % 2600)), submitted.AddHours(20 + (i * 29 % 150)));
            var number = new CaseNumber(2025, i + 1).ToString();
            db.Add(
                new CaseMeasurement
                {
                    CaseNumber = number,
                    SubmittedAt = submitted.ToUnixTimeMilliseconds(),
                    Kind = ((RequestKind)(i * i % 5)).ToString(),
                    Ward = wards[i * 3 % 4],
                    Team = teams[i % 4],
                    Topic = topics[i * 5 % 4],
                    FirstReplyAt = replied < now ? replied.ToUnixTimeMilliseconds() : null,
                    EndedAt = ended < now ? ended.ToUnixTimeMilliseconds() : null,
                    IsClosed = ended < now,
                    IsReplyOnTime = replied < now ? i % 11 != 0 : null,
                    IsResolutionOnTime = ended < now ? i % 7 != 0 : null,
                }
            );
            if (ended < now && i % 3 == 0)
            {
                db.Add(
                    new CaseRating
                    {
                        CaseNumber = number,
                        InvitedAt = ended.ToUnixTimeMilliseconds(),
                        RatedAt = ended.ToUnixTimeMilliseconds(),
                        Score = 1 + (i * 7 % 5),
                    }
                );
            }
        }

        FillQuestions(db, now);
        await db.SaveChangesAsync();
    }

    /// <summary>Half a year of questions on the web and in Teams, with votes.</summary>
    private static void FillQuestions(AssistantDb db, DateTimeOffset now)
    {
        string[] articles = ["A1", "A2", "B1", "B2", "C1"];
        for (var i = 1; i <= 600; i++)
        {
            var at = now.AddHours(-7 * (600 - i)).AddMinutes(-(i * 41 % 600)).ToUnixTimeMilliseconds();
            var (isAnswered, channel) = (i % 6 != 0, i % 4 == 0 ? "msteams" : "directline");
            db.Add(
                new AnswerRow
                {
                    Number = i,
                    ChannelId = channel,
                    ConversationId = $"c{i / 2}",
                    UserId = $"u{i / 2}",
                    AnswerId = $"q{i}",
                    At = at,
                    Language = "vi",
                    Outcome = isAnswered ? "Answered" : "Unanswerable",
                    ArticleKey = isAnswered ? articles[i * i % 5] : null,
                    Revision = isAnswered ? "r1" : null,
                    Question =
                        i % 12 == 0 ? "Làm sao xin giấy phép xây dựng nhà xưởng?" : "Hà Nội có hỗ trợ lãi suất cho hộ kinh doanh không?",
                    Text = "",
                    Trace = "",
                }
            );
            if (i % 5 == 0)
            {
                db.Add(
                    new VoteRow
                    {
                        ChannelId = channel,
                        ConversationId = $"c{i / 2}",
                        UserId = $"u{i / 2}",
                        AnswerId = $"q{i}",
                        ArticleKey = articles[i * i % 5],
                        IsUpvote = i % 20 != 0,
                        Reason = i % 40 == 0 ? VoteReason.Outdated : null,
                        At = at,
                    }
                );
            }
        }
    }
}
