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

    public static readonly Official Lan = new("lan", "Nguyễn Thị Lan", ActsForOthers: false);

    public static readonly Official Minh = new("minh", "Trần Văn Minh", ActsForOthers: false);

    public static readonly Official Chief = new("chief", "Lê Thu Hà", ActsForOthers: true);

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

    public static Submission.Accepted Accepted(long serial = 1, Asker? asker = null, RequestDraft? draft = null) =>
        Assert.IsType<Submission.Accepted>(
            RequestRules.Submit(RequestFields.Default, draft ?? Draft(), new CaseNumber(2026, serial), asker ?? Asker(), Now)
        );

    public static StoredRequest Submitted()
    {
        var accepted = Accepted();
        return new StoredRequest(accepted.Request, [accepted.Event]);
    }

    public static CaseCommand Command(this StoredRequest stored, Official by) =>
        new(stored.Request.Version, by, "desk", Now.AddMinutes(stored.Request.Version));

    public static StoredRequest Then(this StoredRequest stored, Func<StoredRequest, CaseDecision> rule)
    {
        var changed = Assert.IsType<CaseDecision.Changed>(rule(stored));
        return new StoredRequest(changed.Request, [.. stored.History, changed.Event]);
    }

    /// <summary>A case that got to a state in the shortest way, with Lan where somebody has it.</summary>
    public static StoredRequest In(RequestStatus status)
    {
        var submitted = Submitted();
        StoredRequest Taken() => submitted.Then(s => RequestRules.Take(s, s.Command(Lan)));
        return status switch
        {
            RequestStatus.Submitted => submitted,
            RequestStatus.Assigned => Taken(),
            RequestStatus.WaitingForAsker => Taken()
                .Then(s => RequestRules.AskBack(s, s.Command(Lan), "Anh/chị gửi thêm báo cáo tài chính.")),
            RequestStatus.Answered => Taken().Then(s => RequestRules.Reply(s, s.Command(Lan), "Anh/chị được hỗ trợ.")),
            RequestStatus.Closed => Taken().Then(s => RequestRules.Close(s, s.Command(Lan), CloseReason.Answered, null)),
            RequestStatus.Reopened => In(RequestStatus.Closed).Then(s => RequestRules.Reopen(s, s.Command(Lan), "Còn thiếu một ý.")),
            RequestStatus.Forwarded => Taken()
                .Then(s => RequestRules.Forward(s, s.Command(Lan), "Sở Công Thương", "Thuộc thẩm quyền của Sở.")),
            RequestStatus.Withdrawn => submitted.Then(s => RequestRules.Withdraw(s, s.Request.Asker, Now.AddHours(1))),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
    }
}
