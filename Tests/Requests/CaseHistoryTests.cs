using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Tests.Requests;

public sealed class CaseHistoryTests
{
    private static readonly CaseWithHistory Whole = Sample.WithStatus(CaseStatus.Reopened);

    public static TheoryData<string, int> Tampering() =>
        new()
        {
            { "text", 4 },
            { "who", 2 },
            { "when", 3 },
            { "status", 3 },
            { "detail", 3 },
            { "remove", 2 },
            { "swap", 2 },
            { "append", 6 },
            { "cut", 4 },
            { "facts", 1 },
            { "rehash", 3 },
            { "case", 1 },
        };

    [Fact]
    public void A_history_that_nobody_touched_is_whole() => Assert.Null(CaseHistory.Verify(Whole.Request, Whole.History));

    [Theory]
    [MemberData(nameof(Tampering))]
    public void Every_later_change_of_the_history_is_detected(string what, int at)
    {
        var history = Whole.History.ToList();
        var request = Whole.Request;
        switch (what)
        {
            case "text":
                history[3] = history[3] with { Text = "Không phải thế." };
                break;
            case "who":
                history[1] = history[1] with { Actor = Sample.Minh.Actor };
                break;
            case "when":
                history[2] = history[2] with { At = history[2].At.AddSeconds(1) };
                break;
            case "status":
                history[2] = history[2] with { StatusAfter = CaseStatus.Answered };
                break;
            case "detail":
                history[2] = history[2] with { Detail = nameof(CloseReason.Duplicate) };
                break;
            case "remove":
                history.RemoveAt(1);
                break;
            case "swap":
                (history[1], history[2]) = (history[2], history[1]);
                break;
            case "append":
                history.Add(CaseHistory.WithHash(history[3] with { Sequence = 5, PreviousHash = history[3].Hash }));
                break;
            case "cut":
                history.RemoveAt(3);
                break;
            case "facts":
                request = request with { Facts = request.Facts with { Revenue = 1 } };
                break;
            case "rehash":
                history[1] = CaseHistory.WithHash(history[1] with { Actor = Sample.Minh.Actor });
                break;
            case "case":
                request = request with { CaseNumber = new CaseNumber(2026, 2).ToString() };
                break;
        }

        Assert.Equal(at, CaseHistory.Verify(request, history)?.Sequence);
    }

    [Fact]
    public void A_text_that_a_person_wants_erased_can_go_and_the_chain_holds()
    {
        var ended = Whole.Apply(s => CaseRules.Close(s, s.Command(Sample.Lan), CloseReason.Other, "Đã trả lời."));
        var erased = ended.Apply(s => CaseRules.Erase(s, CaseRules.RetentionActor, "system", Sample.Now, reason: null));
        var history = erased.History.Select(e => e with { Text = null }).ToList();
        Assert.Null(CaseHistory.Verify(erased.Request, history));
        Assert.Equal(
            1,
            CaseHistory.Verify(erased.Request with { Facts = ended.Request.Facts with { Content = "khác" } }, history)?.Sequence
        );
    }

    [Fact]
    public void A_text_that_is_missing_without_an_erasure_is_detected()
    {
        var history = Whole.History.Select(e => e with { Text = null }).ToList();
        Assert.Equal(HistoryProblem.ContentChanged, CaseHistory.Verify(Whole.Request, history)?.Problem);
    }

    [Fact]
    public void A_case_that_is_being_worked_on_is_not_erased() =>
        Assert.IsType<CaseDecision.Refused>(CaseRules.Erase(Whole, CaseRules.RetentionActor, "system", Sample.Now, reason: null));
}
