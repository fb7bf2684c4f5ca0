using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Tests.Requests;

/// <summary>Every command on a case of every status: the status after it, or the refusal.</summary>
public sealed class CaseRuleTests
{
    /// <summary>Rows: a command by Lan, who owns the case in every status that has an owner. Cells: the status after it, or the
    /// refusal.</summary>
    private const string Table = """
        command            Submitted   Assigned        WaitingForAsker Answered        Closed      Reopened        Forwarded   Withdrawn
        take               Assigned    AlreadyDone     AlreadyDone     AlreadyDone     AlreadyDone Assigned        AlreadyDone WrongStatus
        release            NoOwner     Submitted       Submitted       WrongStatus     WrongStatus Submitted       WrongStatus WrongStatus
        reply              NoOwner     Answered        Answered        Answered        WrongStatus Answered        WrongStatus WrongStatus
        requestInformation NoOwner     WaitingForAsker WaitingForAsker WaitingForAsker WrongStatus WaitingForAsker WrongStatus WrongStatus
        close              NoOwner     Closed          Closed          Closed          WrongStatus Closed          WrongStatus WrongStatus
        reopen             WrongStatus WrongStatus     WrongStatus     Reopened        Reopened    WrongStatus     Reopened    WrongStatus
        forward            NoOwner     Forwarded       Forwarded       Forwarded       WrongStatus Forwarded       WrongStatus WrongStatus
        merge              NoOwner     Merged          Merged          Merged          WrongStatus Merged          WrongStatus WrongStatus
        message            Submitted   Assigned        Assigned        Reopened        Reopened    Reopened        Reopened    WrongStatus
        withdraw           Withdrawn   Withdrawn       Withdrawn       Withdrawn       WrongStatus Withdrawn       WrongStatus WrongStatus
        withdrawForAsker   NoOwner     Withdrawn       Withdrawn       Withdrawn       WrongStatus Withdrawn       WrongStatus WrongStatus
        handOver           NoOwner     Assigned        WaitingForAsker Answered        WrongStatus Assigned        WrongStatus WrongStatus
        moveToTeam         Submitted   Submitted       Submitted       WrongStatus     WrongStatus Submitted       WrongStatus WrongStatus
        assign             Assigned    WrongStatus     WrongStatus     WrongStatus     WrongStatus WrongStatus     WrongStatus WrongStatus
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
    public void A_command_changes_the_status_or_is_refused(string command, string status, string expected)
    {
        var stored = Sample.WithStatus(Enum.Parse<CaseStatus>(status));
        var decision = Execute(command, stored, stored.Command(Sample.Lan), "Nội dung");
        var outcome = decision switch
        {
            CaseDecision.Changed changed => changed.Request.Status.ToString(),
            CaseDecision.AlreadyDone => nameof(CaseDecision.AlreadyDone),
            CaseDecision.Refused refused => refused.Reason.GetType().Name,
            _ => "?",
        };
        Assert.Equal(expected, outcome);
        if (decision is CaseDecision.Changed { Request: var request, Event: var caseEvent })
        {
            Assert.Equal((stored.Request.Version + 1, caseEvent.Sequence), (request.Version, request.Version));
            Assert.Null(CaseHistory.Verify(request, [.. stored.History, caseEvent]));
        }
    }

    [Theory]
    [InlineData("release")]
    [InlineData("reply")]
    [InlineData("requestInformation")]
    [InlineData("close")]
    [InlineData("forward")]
    [InlineData("take")]
    public void A_case_owned_by_a_colleague_cannot_be_changed(string command)
    {
        var stored = Sample.WithStatus(Assigned);
        var refused = Assert.IsType<CaseDecision.Refused>(Execute(command, stored, stored.Command(Sample.Minh), "Nội dung"));
        Assert.Equal("Nguyễn Thị Lan", Assert.IsType<Refusal.OwnedByColleague>(refused.Reason).Name);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("reply")]
    [InlineData("close")]
    public void A_supervisor_can_act_on_cases_of_other_owners(string command)
    {
        var stored = Sample.WithStatus(Assigned);
        Assert.IsType<CaseDecision.Changed>(Execute(command, stored, stored.Command(Sample.Supervisor), "Nội dung"));
    }

    [Fact]
    public void A_supervisor_can_assign_an_unowned_case_which_then_belongs_to_the_new_owner()
    {
        var newOwner = new StaffMember("minh", "minh", "Trần Văn Minh");
        var submitted = Sample.Submitted();
        var handedOver = submitted.Apply(s => CaseRules.HandOver(s, s.Command(Sample.Supervisor), newOwner, null));
        Assert.Equal(
            (Assigned, "minh", "Trần Văn Minh"),
            (handedOver.Request.Status, handedOver.Request.OwnerId, handedOver.History[^1].Detail)
        );
        Assert.IsType<CaseDecision.AlreadyDone>(CaseRules.HandOver(handedOver, handedOver.Command(Sample.Minh), newOwner, null));
        Assert.IsType<Refusal.OwnedByColleague>(
            Assert.IsType<CaseDecision.Refused>(CaseRules.Reply(handedOver, handedOver.Command(Sample.Lan), "Trả lời")).Reason
        );
        Assert.IsType<Refusal.UnknownColleague>(
            Assert.IsType<CaseDecision.Refused>(CaseRules.HandOver(handedOver, handedOver.Command(Sample.Minh), null, null)).Reason
        );
        Assert.IsType<Refusal.UnknownTeam>(
            Assert.IsType<CaseDecision.Refused>(CaseRules.MoveToTeam(handedOver, handedOver.Command(Sample.Minh), null, null)).Reason
        );
    }

    [Fact]
    public void A_released_case_has_no_owner_and_can_be_taken_by_another_official()
    {
        var released = Sample.WithStatus(Assigned).Apply(s => CaseRules.Release(s, s.Command(Sample.Lan)));
        Assert.Null(released.Request.OwnerId);
        var taken = released.Apply(s => CaseRules.Take(s, s.Command(Sample.Minh)));
        Assert.Equal("minh", taken.Request.OwnerId);
    }

    [Fact]
    public void A_command_based_on_an_older_version_is_refused()
    {
        var stored = Sample.WithStatus(WaitingForAsker);
        var old = stored.Command(Sample.Lan) with { ExpectedVersion = stored.Request.Version - 1 };
        var refused = Assert.IsType<CaseDecision.Refused>(CaseRules.Reply(stored, old, "Trả lời"));
        Assert.IsType<Refusal.Stale>(refused.Reason);
    }

    [Fact]
    public void A_repeated_click_does_not_reply_twice()
    {
        var before = Sample.WithStatus(Assigned);
        var command = before.Command(Sample.Lan);
        var after = before.Apply(s => CaseRules.Reply(s, command, "Trả lời"));
        Assert.IsType<CaseDecision.AlreadyDone>(CaseRules.Reply(after, command, " Trả lời "));
        Assert.IsType<CaseDecision.Refused>(CaseRules.Reply(after, command, "Trả lời khác"));
    }

    [Fact]
    public void A_text_is_required_where_the_asker_reads_it()
    {
        var stored = Sample.WithStatus(Assigned);
        foreach (
            var decision in new[]
            {
                CaseRules.Reply(stored, stored.Command(Sample.Lan), " \n "),
                CaseRules.RequestInformation(stored, stored.Command(Sample.Lan), null),
                CaseRules.Close(stored, stored.Command(Sample.Lan), CloseReason.Other, ""),
                CaseRules.Forward(stored, stored.Command(Sample.Lan), " ", "Vì sao"),
            }
        )
        {
            Assert.IsType<Refusal.TextMissing>(Assert.IsType<CaseDecision.Refused>(decision).Reason);
        }

        var tooLong = CaseRules.Reply(stored, stored.Command(Sample.Lan), new string('a', TextLimits.CaseText + 1));
        Assert.IsType<Refusal.TextTooLong>(Assert.IsType<CaseDecision.Refused>(tooLong).Reason);
        Assert.IsType<CaseDecision.Changed>(CaseRules.Close(stored, stored.Command(Sample.Lan), CloseReason.NoAnswer, null));
    }

    [Fact]
    public void A_case_is_closed_as_answered_only_after_a_reply()
    {
        CaseDecision CloseAsAnswered(CaseWithHistory s) => CaseRules.Close(s, s.Command(Sample.Lan), CloseReason.Answered, null);
        var taken = Sample.WithStatus(Assigned);
        var acknowledged = taken.Apply(s => CaseRules.Acknowledge(s, s.Command(Sample.Lan), "Đã nhận."));
        foreach (var unanswered in new[] { taken, acknowledged, Sample.WithStatus(WaitingForAsker) })
        {
            Assert.IsType<Refusal.NothingAnswered>(Assert.IsType<CaseDecision.Refused>(CloseAsAnswered(unanswered)).Reason);
        }

        Assert.IsType<CaseDecision.Changed>(CloseAsAnswered(Sample.WithStatus(Answered)));
    }

    [Fact]
    public void A_case_can_be_merged_only_into_an_open_case_of_the_same_asker()
    {
        var stored = Sample.WithStatus(Assigned);
        var caseOfOtherAsker = Sample.Accepted(7, Sample.Asker(user: "u2"));
        CaseWithHistory?[] invalidTargets =
        [
            null,
            stored,
            new CaseWithHistory(caseOfOtherAsker.Request, [caseOfOtherAsker.Event]),
            OtherCase with
            {
                Request = OtherCase.Request with { Status = Closed },
            },
            OtherCase with
            {
                Request = OtherCase.Request with { Status = Merged },
            },
        ];
        Assert.All(
            invalidTargets,
            target =>
                Assert.IsType<Refusal.InvalidMergeTarget>(
                    Assert.IsType<CaseDecision.Refused>(CaseRules.Merge(stored, target, stored.Command(Sample.Lan))).Reason
                )
        );
    }

    private static readonly CaseWithHistory OtherCase = CreateStoredCase(2);

    private static CaseWithHistory CreateStoredCase(long serial)
    {
        var accepted = Sample.Accepted(serial, Sample.Asker(activity: "a2"));
        return new CaseWithHistory(accepted.Request, [accepted.Event]);
    }

    private static CaseDecision Execute(string command, CaseWithHistory stored, CaseCommand metadata, string text) =>
        command switch
        {
            "take" => CaseRules.Take(stored, metadata),
            "release" => CaseRules.Release(stored, metadata),
            "reply" => CaseRules.Reply(stored, metadata, text),
            "requestInformation" => CaseRules.RequestInformation(stored, metadata, text),
            "close" => CaseRules.Close(stored, metadata, CloseReason.NoAnswer, text),
            "reopen" => CaseRules.Reopen(stored, metadata, text),
            "forward" => CaseRules.Forward(stored, metadata, "Sở Công Thương", text),
            "merge" => CaseRules.Merge(stored, OtherCase, metadata),
            "message" => CaseRules.AddMessage(stored, stored.Request.Asker, text, metadata.At),
            "withdrawForAsker" => CaseRules.WithdrawForAsker(stored, metadata, text),
            "handOver" => CaseRules.HandOver(stored, metadata, new StaffMember("minh", "minh", "Trần Văn Minh"), text),
            "moveToTeam" => CaseRules.MoveToTeam(stored, metadata, DeskSettings.Default.Routing.Find("financing"), text),
            "assign" => CaseRules.Assign(stored, new StaffMember("minh", "minh", "Trần Văn Minh"), metadata.At),
            "withdraw" => CaseRules.Withdraw(stored, stored.Request.Asker, metadata.At),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
}
