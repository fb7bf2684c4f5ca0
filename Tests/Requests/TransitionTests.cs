using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Tests.Requests;

/// <summary>Every command in every state: where it leads, or why it is refused.</summary>
public sealed class TransitionTests
{
    /// <summary>Rows: a command of Lan, who has the case where somebody has it. Cells: the state after, or the refusal.</summary>
    private const string Table = """
        command  Submitted   Assigned        WaitingForAsker Answered        Closed      Reopened        Forwarded   Withdrawn
        take     Assigned    done            done            done            done        Assigned        done        WrongStatus
        release  NotTaken    Submitted       Submitted       WrongStatus     WrongStatus Submitted       WrongStatus WrongStatus
        reply    NotTaken    Answered        Answered        Answered        WrongStatus Answered        WrongStatus WrongStatus
        askBack  NotTaken    WaitingForAsker WaitingForAsker WaitingForAsker WrongStatus WaitingForAsker WrongStatus WrongStatus
        close    NotTaken    Closed          Closed          Closed          WrongStatus Closed          WrongStatus WrongStatus
        reopen   WrongStatus WrongStatus     WrongStatus     Reopened        Reopened    WrongStatus     Reopened    WrongStatus
        forward  NotTaken    Forwarded       Forwarded       Forwarded       WrongStatus Forwarded       WrongStatus WrongStatus
        merge    NotTaken    Merged          Merged          Merged          WrongStatus Merged          WrongStatus WrongStatus
        message  Submitted   Assigned        Assigned        Reopened        Reopened    Reopened        Reopened    WrongStatus
        withdraw Withdrawn   Withdrawn       Withdrawn       Withdrawn       WrongStatus Withdrawn       WrongStatus WrongStatus
        forAsker NotTaken    Withdrawn       Withdrawn       Withdrawn       WrongStatus Withdrawn       WrongStatus WrongStatus
        handOver NotTaken    Assigned        WaitingForAsker Answered        WrongStatus Assigned        WrongStatus WrongStatus
        moveTo   Submitted   Submitted       Submitted       WrongStatus     WrongStatus Submitted       WrongStatus WrongStatus
        assign   Assigned    WrongStatus     WrongStatus     WrongStatus     WrongStatus WrongStatus     WrongStatus WrongStatus
        """;

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var line in lines.Skip(1))
        {
            for (var column = 1; column < line.Length; column++)
            {
                cells.Add(line[0], lines[0][column], line[column]);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_command_leads_to_a_state_or_is_refused(string command, string from, string expected)
    {
        var stored = Sample.In(Enum.Parse<CaseStatus>(from));
        var decision = Carry(command, stored, stored.Command(Sample.Lan), "Nội dung");
        var outcome = decision switch
        {
            CaseDecision.Changed changed => changed.Request.Status.ToString(),
            CaseDecision.AlreadyDone => "done",
            CaseDecision.Refused refused => refused.Reason.GetType().Name,
            _ => "?",
        };
        Assert.Equal(expected, outcome);
        if (decision is CaseDecision.Changed { Request: var request, Event: var entry })
        {
            Assert.Equal((stored.Request.Version + 1, entry.Sequence), (request.Version, request.Version));
            Assert.Null(CaseHistory.Verify(request, [.. stored.History, entry]));
        }
    }

    [Theory]
    [InlineData("release")]
    [InlineData("reply")]
    [InlineData("askBack")]
    [InlineData("close")]
    [InlineData("forward")]
    [InlineData("take")]
    public void What_a_colleague_has_is_the_colleagues(string command)
    {
        var stored = Sample.In(Assigned);
        var refused = Assert.IsType<CaseDecision.Refused>(Carry(command, stored, stored.Command(Sample.Minh), "Nội dung"));
        Assert.Equal("Nguyễn Thị Lan", Assert.IsType<Refusal.OwnedBy>(refused.Reason).Name);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("reply")]
    [InlineData("close")]
    public void A_supervisor_acts_for_others(string command)
    {
        var stored = Sample.In(Assigned);
        Assert.IsType<CaseDecision.Changed>(Carry(command, stored, stored.Command(Sample.Chief), "Nội dung"));
    }

    [Fact]
    public void A_supervisor_hands_out_what_nobody_has_and_a_case_that_was_handed_over_is_the_colleagues()
    {
        var to = new StaffMember("minh", "minh", "Trần Văn Minh");
        var submitted = Sample.Submitted();
        var given = submitted.Then(s => CaseRules.HandOver(s, s.Command(Sample.Chief), to, null));
        Assert.Equal((Assigned, "minh", "Trần Văn Minh"), (given.Request.Status, given.Request.OwnerId, given.History[^1].Detail));
        Assert.IsType<CaseDecision.AlreadyDone>(CaseRules.HandOver(given, given.Command(Sample.Minh), to, null));
        Assert.IsType<Refusal.OwnedBy>(
            Assert.IsType<CaseDecision.Refused>(CaseRules.Reply(given, given.Command(Sample.Lan), "Trả lời")).Reason
        );
        Assert.IsType<Refusal.UnknownColleague>(
            Assert.IsType<CaseDecision.Refused>(CaseRules.HandOver(given, given.Command(Sample.Minh), null, null)).Reason
        );
        Assert.IsType<Refusal.UnknownTeam>(
            Assert.IsType<CaseDecision.Refused>(CaseRules.MoveTo(given, given.Command(Sample.Minh), null, null)).Reason
        );
    }

    [Fact]
    public void A_released_case_belongs_to_nobody_and_can_be_taken_by_another()
    {
        var released = Sample.In(Assigned).Then(s => CaseRules.Release(s, s.Command(Sample.Lan)));
        Assert.Null(released.Request.OwnerId);
        var taken = released.Then(s => CaseRules.Take(s, s.Command(Sample.Minh)));
        Assert.Equal("minh", taken.Request.OwnerId);
    }

    [Fact]
    public void Who_has_seen_an_older_version_changes_nothing()
    {
        var stored = Sample.In(WaitingForAsker);
        var old = stored.Command(Sample.Lan) with { SeenVersion = stored.Request.Version - 1 };
        var refused = Assert.IsType<CaseDecision.Refused>(CaseRules.Reply(stored, old, "Trả lời"));
        Assert.IsType<Refusal.Stale>(refused.Reason);
    }

    [Fact]
    public void A_second_click_is_not_a_second_reply()
    {
        var before = Sample.In(Assigned);
        var command = before.Command(Sample.Lan);
        var after = before.Then(s => CaseRules.Reply(s, command, "Trả lời"));
        Assert.IsType<CaseDecision.AlreadyDone>(CaseRules.Reply(after, command, " Trả lời "));
        Assert.IsType<CaseDecision.Refused>(CaseRules.Reply(after, command, "Trả lời khác"));
    }

    [Fact]
    public void Words_are_needed_where_the_asker_reads_them()
    {
        var stored = Sample.In(Assigned);
        foreach (
            var decision in new[]
            {
                CaseRules.Reply(stored, stored.Command(Sample.Lan), " \n "),
                CaseRules.AskBack(stored, stored.Command(Sample.Lan), null),
                CaseRules.Close(stored, stored.Command(Sample.Lan), CloseReason.Other, ""),
                CaseRules.Forward(stored, stored.Command(Sample.Lan), " ", "Vì sao"),
            }
        )
        {
            Assert.IsType<Refusal.TextMissing>(Assert.IsType<CaseDecision.Refused>(decision).Reason);
        }

        var tooLong = CaseRules.Reply(stored, stored.Command(Sample.Lan), new string('a', TextLengths.CaseText + 1));
        Assert.IsType<Refusal.TextTooLong>(Assert.IsType<CaseDecision.Refused>(tooLong).Reason);
        Assert.IsType<CaseDecision.Changed>(CaseRules.Close(stored, stored.Command(Sample.Lan), CloseReason.NoAnswer, null));
    }

    [Fact]
    public void A_case_is_merged_only_into_a_living_one_of_the_same_asker()
    {
        var stored = Sample.In(Assigned);
        var foreign = Sample.Accepted(7, Sample.Asker(user: "u2"));
        CaseWithHistory?[] unfit =
        [
            null,
            stored,
            new CaseWithHistory(foreign.Request, [foreign.Event]),
            Other with
            {
                Request = Other.Request with { Status = Closed },
            },
            Other with
            {
                Request = Other.Request with { Status = Merged },
            },
        ];
        Assert.All(
            unfit,
            into =>
                Assert.IsType<Refusal.InvalidMergeTarget>(
                    Assert.IsType<CaseDecision.Refused>(CaseRules.Merge(stored, into, stored.Command(Sample.Lan))).Reason
                )
        );
    }

    private static readonly CaseWithHistory Other = Filed(2);

    private static CaseWithHistory Filed(long serial)
    {
        var accepted = Sample.Accepted(serial, Sample.Asker(activity: "a2"));
        return new CaseWithHistory(accepted.Request, [accepted.Event]);
    }

    private static CaseDecision Carry(string command, CaseWithHistory stored, CaseCommand by, string text) =>
        command switch
        {
            "take" => CaseRules.Take(stored, by),
            "release" => CaseRules.Release(stored, by),
            "reply" => CaseRules.Reply(stored, by, text),
            "askBack" => CaseRules.AskBack(stored, by, text),
            "close" => CaseRules.Close(stored, by, CloseReason.Answered, text),
            "reopen" => CaseRules.Reopen(stored, by, text),
            "forward" => CaseRules.Forward(stored, by, "Sở Công Thương", text),
            "merge" => CaseRules.Merge(stored, Other, by),
            "message" => CaseRules.AddMessage(stored, stored.Request.Asker, text, by.At),
            "forAsker" => CaseRules.WithdrawFor(stored, by, text),
            "handOver" => CaseRules.HandOver(stored, by, new StaffMember("minh", "minh", "Trần Văn Minh"), text),
            "moveTo" => CaseRules.MoveTo(stored, by, DeskSettings.Default.Routing.Find("financing"), text),
            "assign" => CaseRules.Assign(stored, new StaffMember("minh", "minh", "Trần Văn Minh"), by.At),
            "withdraw" => CaseRules.Withdraw(stored, stored.Request.Asker, by.At),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
}
