using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Storage;

namespace PolicyAssistantBot.Tests.Requests;

/// <summary>Cases for tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    public static readonly Official Lan = new("lan", "Nguyễn Thị Lan", CanActForOthers: false);

    public static readonly Official Minh = new("minh", "Trần Văn Minh", CanActForOthers: false);

    public static readonly Official Supervisor = new("chief", "Lê Thu Hà", CanActForOthers: true);

    public static RequestDraft Draft(string name = "Công ty TNHH Hoàng Đạt") =>
        new()
        {
            EnterpriseName = name,
            TaxCode = "0100109106",
            WardCode = "00004",
            WardName = "Phường Ba Đình",
            Sector = "Công nghiệp, sản xuất, chế biến",
            InsuredEmployees = 42,
            Revenue = 30_000_000_000m,
            Capital = 12_000_000_000m,
            Size = EnterpriseSize.Small,
            SizeClause = "80/2021/NĐ-CP Điều 5",
            Kind = RequestKind.Support,
            Content = "Chúng tôi cần tư vấn về hỗ trợ chuyển đổi số cho nhà xưởng.",
            ContactName = "Phạm Hoàng Đạt",
            Phone = "0912 345 678",
            Email = "dat@hoangdat.vn",
            ConsentVersion = "2026-11",
            ConsentedAt = Now,
            Language = "vi",
            Question = "Hỗ trợ chuyển đổi số thế nào?",
        };

    public static Asker Asker(string conversation = "c1", string user = "u1", string activity = "a1")
    {
        var inbound = StorageHost.Message("gửi yêu cầu", conversation, user);
        inbound.Id = activity;
        return PolicyAssistantBot.Requests.Asker.From(inbound);
    }

    public static SubmissionResult.Accepted Accepted(long serial = 1, Asker? asker = null, RequestDraft? draft = null) =>
        Assert.IsType<SubmissionResult.Accepted>(
            CaseRules.Submit(RequestFields.Default, draft ?? Draft(), new CaseNumber(2026, serial), asker ?? Asker(), Now)
        );

    public static CaseWithHistory Submitted()
    {
        var accepted = Accepted();
        return new CaseWithHistory(accepted.Request, [accepted.Event]);
    }

    public static CaseCommand Command(this CaseWithHistory stored, Official official) =>
        new(stored.Request.Version, official, "desk", Now.AddMinutes(stored.Request.Version));

    public static CaseWithHistory Apply(this CaseWithHistory stored, Func<CaseWithHistory, CaseDecision> rule)
    {
        var changed = Assert.IsType<CaseDecision.Changed>(rule(stored));
        return new CaseWithHistory(changed.Request, [.. stored.History, changed.Event]);
    }

    /// <summary>A case brought to this status by the fewest commands; Lan owns it wherever it has an owner.</summary>
    public static CaseWithHistory WithStatus(CaseStatus status)
    {
        var submitted = Submitted();
        CaseWithHistory TakeByLan() => submitted.Apply(s => CaseRules.Take(s, s.Command(Lan)));
        return status switch
        {
            CaseStatus.Submitted => submitted,
            CaseStatus.Assigned => TakeByLan(),
            CaseStatus.WaitingForAsker => TakeByLan()
                .Apply(s => CaseRules.RequestInformation(s, s.Command(Lan), "Anh/chị gửi thêm báo cáo tài chính.")),
            CaseStatus.Answered => TakeByLan().Apply(s => CaseRules.Reply(s, s.Command(Lan), "Anh/chị được hỗ trợ.")),
            CaseStatus.Closed => TakeByLan().Apply(s => CaseRules.Close(s, s.Command(Lan), CloseReason.NotOurMatter, null)),
            CaseStatus.Reopened => WithStatus(CaseStatus.Closed).Apply(s => CaseRules.Reopen(s, s.Command(Lan), "Còn thiếu một ý.")),
            CaseStatus.Forwarded => TakeByLan()
                .Apply(s => CaseRules.Forward(s, s.Command(Lan), "Sở Công Thương", "Thuộc thẩm quyền của Sở.")),
            CaseStatus.Withdrawn => submitted.Apply(s => CaseRules.Withdraw(s, s.Request.Asker, Now.AddHours(1))),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
    }
}
