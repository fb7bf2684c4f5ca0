using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Tests.Requests;

public sealed class RoutingTests
{
    private const string Table = """
        workingHours: ['08:00-12:00', '13:30-17:30']
        fallback: general
        teams:
          - { key: general, name: { vi: 'Tổ chung', en: 'General' } }
          - { key: finance, name: { vi: 'Tổ tài chính', en: 'Finance' }, assign: roundRobin, members: [lan, minh] }
          - { key: west, name: { vi: 'Tổ phía tây', en: 'West' } }
        rules:
          - { team: finance, kind: [financing], size: [micro, small] }
          - { team: finance, topic: ['bảo lãnh', 'vay vốn'] }
          - { team: west, ward: ['Phường Ba Đình'], sector: [industry] }
        """;

    private static readonly RoutingTable Known = Read(Table);

    [Theory]
    [InlineData(RequestKind.Financing, EnterpriseSize.Small, "Xin tư vấn.", "finance", "Kind=Financing Size=Small")]
    [InlineData(RequestKind.Other, EnterpriseSize.Large, "Muon duoc BAO LANH tin dung", "finance", "Topic=bảo lãnh")]
    [InlineData(RequestKind.Financing, EnterpriseSize.Large, "Xin tư vấn.", "west", "Sector=industry Ward=00004")]
    [InlineData(RequestKind.Other, EnterpriseSize.Large, "vayvốn", "west", "Sector=industry Ward=00004")]
    public void The_first_matching_rule_decides_and_gives_its_reasons(
        RequestKind kind,
        EnterpriseSize size,
        string content,
        string team,
        string because
    )
    {
        var decision = RoutingRules.Decide(Sample.Draft() with { Kind = kind, Size = size, Content = content }, Known);
        Assert.Equal(
            (team, because),
            (decision.Team, string.Join(' ', decision.Reasons.Select(reason => $"{reason.Field}={reason.Value}")))
        );
    }

    [Theory]
    [InlineData("Như vậy có vốn không?", "vay", false)]
    [InlineData("Xin vay ngân hàng", "vay", true)]
    [InlineData("nhu vay co von khong", "vay", true)]
    [InlineData("nhu vay co von khong", "vậy", true)]
    [InlineData("Tôi muốn bao lanh", "bảo lãnh", false)]
    [InlineData("Thoả thuận", "thỏa thuận", true)]
    [InlineData("A LOAN for a shop", "loan", true)]
    public void Marks_distinguish_the_words_of_a_rule_unless_the_request_has_none(string content, string topic, bool isMatch)
    {
        var table = Read(Table.Replace("['bảo lãnh', 'vay vốn']", $"['{topic}']", StringComparison.Ordinal));
        var decision = RoutingRules.Decide(Sample.Draft() with { Kind = RequestKind.Other, WardCode = "00070", Content = content }, table);
        Assert.Equal(isMatch ? "finance" : "general", decision.Team);
    }

    [Theory]
    [InlineData("{ team: west, topic: ['vay vốn ngân hàng'] }", 1)]
    [InlineData("{ team: west, kind: [financing], size: [small], ward: ['Phường Ba Đình'] }", 0)]
    [InlineData("{ team: west, topic: ['vay'] }", null)]
    [InlineData("{ team: west, kind: [financing] }", null)]
    public void A_rule_behind_one_that_takes_all_its_cases_is_found(string rule, int? covering)
    {
        var table = Read($"{Table}\n  - {rule}");
        Assert.Equal(covering, RoutingRules.FindCovering(table, 3));
    }

    [Fact]
    public void A_case_that_no_rule_matches_goes_to_the_fallback_team()
    {
        var decision = RoutingRules.Decide(Sample.Draft() with { WardCode = "00070", Kind = RequestKind.Other }, Known);
        Assert.Equal(("general", 0), (decision.Team, decision.Reasons.Count));
    }

    [Theory]
    [InlineData("fallback: general", "fallback: nobody", 2, "Không có tổ “nobody”.")]
    [InlineData("kind: [financing]", "kind: [finance]", 8, "“kind” không có giá trị “finance”.")]
    [InlineData("'08:00-12:00', '13:30-17:30'", "'13:30-17:30', '08:00-12:00'", 1, "giờ làm việc viết như")]
    [InlineData("assign: roundRobin", "assign: loudest", 5, "không phải manual, roundRobin hoặc leastLoaded")]
    [InlineData("sector: [industry]", "sectors: [industry]", 10, "Không có trường “sectors”.")]
    [InlineData("team: finance, topic: ['bảo lãnh', 'vay vốn']", "team: finance", 9, "không có điều kiện nào")]
    [InlineData("key: west", "key: finance", 3, "có hai lần")]
    [InlineData("  - { team: west,", "  - { team: west", 10, "Không đọc được")]
    public void A_mistake_is_named_with_its_line(string right, string wrong, int line, string reason)
    {
        var problems = new List<Problem>();
        RoutingTableReader.Read(Table.Replace(right, wrong, StringComparison.Ordinal), "routing.yaml", problems);
        Assert.Contains(
            problems,
            problem => Math.Abs(problem.Line - line) <= 1 && problem.Reason.Vi.Contains(reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_default_documents_have_no_problems()
    {
        var problems = new List<Problem>();
        DeskSettings.Read(DeadlineDefinitions.Default, _ => null, problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void Members_are_assigned_in_turn_and_absent_ones_are_skipped()
    {
        StaffMember[] all = [new("1", "lan", "Lan"), new("2", "minh", "Minh"), new("3", "ha", "Hà")];
        string[] order = ["lan", "minh", "ha"];
        Assert.Equal("lan", TeamAssigner.ChooseNext(null, all, order).UserName);
        Assert.Equal("minh", TeamAssigner.ChooseNext("lan", all, order).UserName);
        Assert.Equal("lan", TeamAssigner.ChooseNext("ha", all, order).UserName);
        Assert.Equal("ha", TeamAssigner.ChooseNext("minh", [all[0], all[2]], order).UserName);
        Assert.Equal("ha", TeamAssigner.ChooseNext("minh", [all[0], all[2]], ["lan", "minh", "ha"]).UserName);
    }

    private static RoutingTable Read(string text)
    {
        var problems = new List<Problem>();
        var table = RoutingTableReader.Read(text, "routing.yaml", problems);
        Assert.Empty(problems);
        return table;
    }
}
