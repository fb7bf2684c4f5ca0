using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Mcp;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>Holds in the whole program: every door says so, two persons lift, a restart keeps them.</summary>
public sealed class HoldProgramTests : IDisposable
{
    private const string Question = "Mua phần mềm được hỗ trợ bao nhiêu?";
    private const string Why = "Mức hỗ trợ đang được rà soát theo văn bản mới.";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_document_is_held_by_one_person_said_at_every_door_and_lifted_by_two()
    {
        await using (var studio = new StudioProgram(folder))
        {
            using var sen = await studio.SignInAsync("sen", Roles.Supervisor);
            Assert.IsType<Answer.Answered>(Ask(studio));
            await sen.OpenAsync("/studio/holds");
            await sen.SendAsync("/studio/holds", Fields("80/2021/NĐ-CP sai"));
            Assert.Equal(422, sen.Status);
            Assert.Contains("value=\"80/2021/NĐ-CP sai\"", sen.Text, StringComparison.Ordinal);
            await sen.SendAsync("/studio/holds", Fields("80/2021/NĐ-CP"));
            Assert.Equal("/studio/holds?done=placed", sen.Location);

            Assert.Contains(Why, Assert.IsType<Answer.OnHold>(Ask(studio)).Text, StringComparison.Ordinal);
            var tool = JsonNode.Parse(
                await new PolicyTools(studio.Get<AnswerPipeline>(), studio.Get<ExternalSearch>()).SearchPolicy(Question)
            )!;
            Assert.Equal("OnHold", tool["outcome"]!.ToString());
            await sen.OpenAsync($"/huong-dan/{SlugOf(studio)}");
            Assert.Contains(Why, sen.Text, StringComparison.Ordinal);
            await sen.OpenAsync("/desk");
            Assert.Contains("đang tạm ngừng trả lời: 1 nội dung", sen.Text, StringComparison.Ordinal);
        }

        // Another process, and a start after it.
        var local = await LocalKnowledge.OpenLiveAsync(folder.Path, TextWriter.Null, default);
        Assert.IsType<Answer.OnHold>(local!.Ask(new Question(Question)));
        await using var again = new StudioProgram(folder);
        Assert.IsType<Answer.OnHold>(Ask(again));

        using var binh = await again.SignInAsync("binh", Roles.Reviewer);
        using var chi = await again.SignInAsync("chi", Roles.Publisher);
        await binh.OpenAsync("/studio/holds");
        await binh.SendAsync("/studio/holds/1/lift", ("reason", "Đã đối chiếu"));
        Assert.Equal("/studio/holds?done=asked", binh.Location);
        await binh.OpenAsync("/studio/holds");
        Assert.Contains("Chờ một người khác đồng ý.", binh.Text, StringComparison.Ordinal);
        await binh.PostAgainAsync("/studio/holds/1/lift");
        Assert.Equal(403, binh.Status);
        Assert.IsType<Answer.OnHold>(Ask(again));
        await chi.OpenAsync("/studio/holds");
        Assert.Contains("Đã đối chiếu", chi.Text, StringComparison.Ordinal);
        await chi.SendAsync("/studio/holds/1/lift");
        Assert.Equal("/studio/holds?done=lifted", chi.Location);
        Assert.IsType<Answer.Answered>(Ask(again));
        var kinds = (await again.Get<PolicyAssistantBot.Studio.Store.KnowledgeStore>().ListEventsAsync(null, null, default)).Select(e =>
            e.Kind.ToString()
        );
        Assert.Equal(["Lifted", "Refused", "LiftAsked", "Held"], kinds.Take(4));
    }

    [Fact]
    public async Task A_hold_of_another_process_is_in_force_within_a_second()
    {
        await using var studio = new StudioProgram(folder);
        var binh = new PolicyAssistantBot.Studio.Rules.StudioPerson("binh", "Bình", Roles.Reviewer);
        var wanted = new WantedHold(HoldScope.Everything, "", false, Why, "Under review.", null, "diễn tập");
        await using var other = LocalStorage.BuildService(
            folder.Path,
            TextWriter.Null,
            services => PolicyAssistantBot.Studio.StudioSetup.AddKnowledgeStore(services)
        )!;
        var store = (HoldStore)other.Services.GetService(typeof(HoldStore))!;
        Assert.IsType<Answer.Answered>(Ask(studio));
        await store.PlaceAsync((rows, number, now) => HoldRules.Place(wanted, rows, number, (_, _) => true, binh, now), binh, default);
        await Wait.UntilAsync(() => Ask(studio) is Answer.OnHold);
    }

    private static (string, string)[] Fields(string document) =>
        [
            ("scope", nameof(HoldScope.Document)),
            ("key", document),
            ("text-vi", Why),
            ("text-en", "The amounts are being compared with a new document."),
            ("reason", "Nghi định mới"),
        ];

    private static Answer Ask(StudioProgram studio) => studio.Get<AnswerPipeline>().Ask(new Question(Question));

    private static string SlugOf(StudioProgram studio) =>
        PolicyAssistantBot.Site.SitePaths.OfArticle(studio.Get<LiveKnowledge>().Current.Find("B1-tech-solutions")!, Lang.Vi).Split('/')[^1];
}
