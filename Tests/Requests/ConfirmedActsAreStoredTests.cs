using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Requests;

/// <summary>
/// A thousand random sequences of what askers, officials and merges do, the officials often while a turn is being decided: each sentence
/// that confirms an act has its event in the history, and each event of an asker was confirmed.
/// </summary>
public sealed class ConfirmedActsAreStoredTests(RacingHost host) : IClassFixture<RacingHost>, IDisposable
{
    private const int Sequences = 1000;

    private static readonly (Regex Sentence, string Kind, int Number)[] Claims =
    [
        (Pattern(CaseTexts.RequestSent.Vi), nameof(CaseEventKind.Submitted), 0),
        (Pattern(CaseTexts.MessageAdded.Vi), nameof(CaseEventKind.AskerMessage), 0),
        (Pattern(CaseTexts.MessageAddedToMergeTarget.Vi), nameof(CaseEventKind.AskerMessage), 1),
        (Pattern(CaseTexts.Withdrawn.Vi), nameof(CaseEventKind.Withdrawn), 0),
        (Pattern(FileTexts.AddedToCase.Vi), nameof(CaseEventKind.AskerMessage), 1),
        (Pattern(FileTexts.OnlyTextAdded.Vi), nameof(CaseEventKind.AskerMessage), 0),
        (Pattern(RatingTexts.Thanks.Vi), "Rated", 1),
    ];

    /// <summary>SQLite does not grant its lock in order: without this, one of four tasks could wait too
    /// long.</summary>
    private readonly SemaphoreSlim writing = new(1, 1);

    private readonly ConcurrentDictionary<string, int> said = new(StringComparer.Ordinal);

    public void Dispose() => writing.Dispose();

    [Fact]
    public async Task Every_confirmed_act_is_stored_and_nothing_else_is()
    {
        await Parallel.ForAsync(0, Sequences, new ParallelOptions { MaxDegreeOfParallelism = 4 }, (seed, _) => RunAsync(seed));

        var report = await host.Storage.Get<HistoryVerifier>().VerifyAsync(default);
        Assert.Empty(report.BrokenHistories);
        Assert.All(
            ["Submitted", "AskerMessage", "Withdrawn", "Rated", "refused"],
            kind => Assert.True(said.GetValueOrDefault(kind) > 20, kind)
        );
    }

    private async ValueTask RunAsync(int seed)
    {
        var random = new Random(seed);
        var chat = new TestConversation(host, id: $"s{seed}", user: $"s{seed}");
        var cases = new List<CaseNumber>();
        if (seed % 20 == 0)
        {
            await SubmitAsync(chat, cases);
        }

        var count = random.Next(1, 3);
        while (cases.Count < count)
        {
            cases.Add(await AloneAsync(() => host.Storage.SubmitAsync(chat.Id, chat.User)));
        }

        if (seed % 8 == 1)
        {
            await AloneAsync(() => CloseAsync(cases[0]));
        }

        var before = await StateAsync(cases);
        for (var i = random.Next(3, 7); i > 0; i--)
        {
            var number = cases[random.Next(cases.Count)];
            if (random.Next(5) < 2)
            {
                await AloneAsync(() => OfficialActsAsync(random, number, cases));
                continue;
            }

            if (random.Next(3) == 0)
            {
                var race = new Random(random.Next());
                host.BeforeNextCommit(chat.Id, () => AloneAsync(() => OfficialActsAsync(race, cases[race.Next(cases.Count)], cases)));
            }

            before = await AskerActsAsync(random, chat, number, cases, before);
        }
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> act)
    {
        await writing.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task SubmitAsync(TestConversation chat, List<CaseNumber> cases)
    {
        await chat.SayAsync("gửi yêu cầu");
        await chat.SubmitAsync(CardFlowTests.Complete);
        var reply = await chat.ClickAsync(CardActions.FormData(CardActions.ConfirmForm, chat.FormId, chat.Revision));
        Assert.True(CaseNumber.TryFindIn(reply, out var number), reply);
        cases.Add(number);
        Compare([], await StateAsync(cases), reply);
    }

    private async Task<bool> CloseAsync(CaseNumber number)
    {
        await host.Storage.ApplyRuleAsync(number, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        await host.Storage.ApplyRuleAsync(number, s => CaseRules.Close(s, s.Command(Sample.Lan), CloseReason.NotOurMatter, null));
        return true;
    }

    /// <returns>The acts of askers on these cases so far.</returns>
    private async Task<List<string>> AskerActsAsync(
        Random random,
        TestConversation chat,
        CaseNumber number,
        List<CaseNumber> cases,
        List<string> before
    )
    {
        var reply = random.Next(20) switch
        {
            < 8 => await chat.SayAsync($"{number} Bổ sung lần {random.Next(1000)} về nhà xưởng"),
            8 => await chat.SayAsync($"{number} {new string('b', TextLimits.Message)}"),
            < 13 => await WithdrawAsync(random, chat, number),
            < 17 => await chat.ClickAsync(CardActions.RateCaseData(number.ToString(), random.Next(1, 6))),
            17 => await chat.SayAsync(number.ToString()),
            _ => await SendFileAsync(random, chat, number),
        };
        var after = await StateAsync(cases);
        Compare(before, after, reply);
        return after;
    }

    private static async Task<string> WithdrawAsync(Random random, TestConversation chat, CaseNumber number)
    {
        var asked = await chat.SayAsync($"rút yêu cầu {number}");
        return asked.Contains("Anh/chị muốn rút", StringComparison.Ordinal)
            ? $"{asked}\n{await chat.SayAsync(random.Next(4) == 0 ? "không" : "có")}"
            : asked;
    }

    private async Task<string> SendFileAsync(Random random, TestConversation chat, CaseNumber number)
    {
        var (ticket, _) = await host
            .Storage.Get<UploadedFiles>()
            .StoreAsync(chat.Id, new MemoryStream(SampleFiles.Pdf), "giấy tờ.pdf", "application/pdf", default);
        var words = random.Next(2) == 0 ? $"{number} xin gửi giấy tờ" : number.ToString();
        return await chat.SendAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                Text = words,
                Attachments =
                [
                    new Attachment
                    {
                        ContentType = "application/pdf",
                        ContentUrl = $"https://bot.example/files/{ticket}",
                        Name = "giấy tờ.pdf",
                    },
                ],
            }
        );
    }

    private async Task<ChangeOutcome?> OfficialActsAsync(Random random, CaseNumber number, List<CaseNumber> cases)
    {
        var commandRunner = host.Storage.Get<CaseCommandRunner>();
        CaseCommand Command(CaseWithHistory stored) =>
            new(stored.Request.Version, Sample.Supervisor, "desk", host.Storage.Time.GetUtcNow());
        if (random.Next(6) == 0)
        {
            var stored = await host.Storage.ReadAsync(number);
            return await commandRunner.ChangeAsync(
                number,
                cases[random.Next(cases.Count)],
                CaseAccess.Full,
                (one, two) => CaseRules.MergeInto(one, two, Command(stored)),
                default
            );
        }

        var dice = random.Next(8);
        return await commandRunner.ChangeAsync(
            number,
            stored =>
                (stored.Request.Status, dice) switch
                {
                    (CaseStatus.Submitted, < 7) => CaseRules.Take(stored, Command(stored)),
                    (_, 0) => CaseRules.RequestInformation(stored, Command(stored), "Anh/chị gửi thêm báo cáo."),
                    (_, 1) => CaseRules.Reply(stored, Command(stored), "Anh/chị được hỗ trợ."),
                    (_, 2) => CaseRules.Forward(stored, Command(stored), "Sở Công Thương", "Thuộc thẩm quyền của Sở."),
                    (_, 3) => CaseRules.Reopen(stored, Command(stored), "Xem lại."),
                    (_, 4) => CaseRules.WithdrawForAsker(stored, Command(stored), "Anh/chị gọi điện rút yêu cầu."),
                    _ => CaseRules.Close(stored, Command(stored), CloseReason.NotOurMatter, null),
                },
            default
        );
    }

    /// <summary>The acts of askers on these cases so far, one entry each.</summary>
    private async Task<List<string>> StateAsync(List<CaseNumber> cases)
    {
        var numbers = cases.Select(number => number.ToString()).ToList();
        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var events = await db.Set<CaseEvent>()
            .AsNoTracking()
            .Where(e => numbers.Contains(e.CaseNumber) && e.Actor.Kind == ActorKind.Asker)
            .Select(e => new { e.Kind, e.CaseNumber })
            .ToListAsync();
        var ratings = await db.Set<CaseRating>()
            .AsNoTracking()
            .Where(r => numbers.Contains(r.CaseNumber) && r.Score != null)
            .Select(r => r.CaseNumber)
            .ToListAsync();
        return [.. events.Select(e => $"{e.Kind} {e.CaseNumber}"), .. ratings.Select(number => $"Rated {number}")];
    }

    private void Compare(List<string> before, List<string> after, string reply)
    {
        var stored = after.ToList();
        before.ForEach(entry => stored.Remove(entry));
        var claimed = (
            from claim in Claims
            from Match match in claim.Sentence.Matches(reply)
            select $"{claim.Kind} {match.Groups[$"g{claim.Number}"].Value}"
        ).ToList();
        claimed.ForEach(entry => said.AddOrUpdate(entry.Split(' ')[0], 1, (_, count) => count + 1));
        if (claimed.Count == 0)
        {
            said.AddOrUpdate("refused", 1, (_, count) => count + 1);
        }

        // A second rating replaces the first.
        claimed.RemoveAll(entry =>
            entry.StartsWith("Rated", StringComparison.Ordinal) && before.Contains(entry) && !stored.Contains(entry)
        );
        Assert.True(
            claimed.Order(StringComparer.Ordinal).SequenceEqual(stored.Order(StringComparer.Ordinal)),
            $"Said: {string.Join(", ", claimed)}; stored: {string.Join(", ", stored)}; reply: {reply}"
        );
    }

    /// <summary>Finds a sentence of the texts, whatever the values of its placeholders.</summary>
    private static Regex Pattern(string text) =>
        new(Regex.Replace(Regex.Escape(text), @"\\\{(\d)}", "(?<g$1>[^*\n]+?)"), RegexOptions.CultureInvariant);
}
