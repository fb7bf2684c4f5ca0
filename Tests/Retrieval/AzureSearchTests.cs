using System.ComponentModel.DataAnnotations;
using Azure;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>Azure AI Search as a retriever, with its real client against a service on this machine.</summary>
public sealed class AzureSearchTests : IAsyncLifetime
{
    private static readonly AzureSearchOptions Options = new()
    {
        Enabled = true,
        Endpoint = new Uri("https://test.search.windows.net"),
        Key = "key-1",
        SemanticConfiguration = "meaning",
    };

    private FakeAzureSearch service = null!;

    public async Task InitializeAsync() => service = await FakeAzureSearch.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task New_and_changed_passages_are_uploaded_and_deleted_ones_are_removed()
    {
        var push = new AzureSearchSynchronizer(Options, service.Http);
        var passages = TestArticles.Knowledge.Index.Passages;
        Assert.Equal(new AzureSearchSyncResult(16, 16, 0), await push.RunAsync(passages, default));
        Assert.Equal(new AzureSearchSyncResult(16, 0, 0), await push.RunAsync(passages, default));
        Assert.Equal(
            new AzureSearchSyncResult(15, 1, 1),
            await push.RunAsync([passages[0] with { Text = "khác" }, .. passages.Skip(2)], default)
        );
        Assert.Equal(15, service.Documents.Count);
        Assert.All(service.Documents.Keys, key => Assert.Matches("^[A-Za-z0-9_=-]+$", key));
        var vietnamese = Assert.Single(service.Documents.Values, document => document["passage"]!.ToString() == passages[0].Id);
        Assert.Contains("khác", vietnamese["textVi"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(vietnamese["textEn"]);
        Assert.Equal(
            "vi.microsoft",
            service.Definition!["fields"]!.AsArray().Single(field => field!["name"]!.ToString() == "textVi")!["analyzer"]!.ToString()
        );
        Assert.Contains("meaning", service.Definition["semantic"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_found_by_the_service_answers_a_question_without_shared_words()
    {
        const string question = "ứng dụng tin học đếm bao bì (bản \"2\")?";
        service.Finds = [("T1-software#answer/vi", 3, 3.6), ("T3-old-tax#answer/vi", 2, 0.4)];
        var answer = await CreateSearch().AskAsync(new Question(question), default);
        Assert.Equal("T1-software", Assert.IsType<Answer.Answered>(answer).ArticleKey);
        var request = Assert.Single(service.ReceivedRequests);
        Assert.Equal("ứng dụng tin học đếm bao bì  bản  2   ", request["search"]!.ToString());
        Assert.Equal(
            ("language eq 'vi'", "titleVi,textVi", "semantic"),
            (request["filter"]!.ToString(), request["searchFields"]!.ToString(), request["queryType"]!.ToString())
        );
        Assert.IsNotType<Answer.Answered>(TestArticles.Pipeline().Ask(new Question(question)));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task A_failing_service_does_not_change_the_answer_and_a_failed_upload_is_reported(int status)
    {
        service.Status = status;
        service.Finds = [("T1-software#answer/vi", 3, 3.6)];
        var question = new Question("chi phí mua phần mềm kho tối đa");
        var (with, without) = (await CreateSearch().AskAsync(question, default), TestArticles.Pipeline().Ask(question));
        Assert.Equal((without.Text, without.Confidence, without.Trace.Reason), (with.Text, with.Confidence, with.Trace.Reason));
        Assert.Equal(without.Trace.Candidates, with.Trace.Candidates);
        await Assert.ThrowsAsync<RequestFailedException>(() => new AzureSearchSynchronizer(Options, service.Http).RunAsync([], default));
    }

    [Fact]
    public async Task Unbounded_word_scores_are_mapped_below_one()
    {
        service.Finds = [("a", 10, null), ("b", 90, null), ("c", 0, null)];
        var hits = await new AzureSearchRetriever(Options with { SemanticConfiguration = "" }, service.Http).FindAsync(
            OutgoingText.FromUserInput("vay"),
            Lang.Vi,
            10,
            default
        );
        Assert.Equal([0.5, 0.9, 0], hits.Select(hit => hit.Score));
        Assert.Null(service.ReceivedRequests.Single()["queryType"]);
    }

    [Theory]
    [InlineData("https://x.search.windows.net", "k", false, true)]
    [InlineData("https://x.search.windows.net", "", true, true)]
    [InlineData("https://x.search.windows.net", "", false, false)]
    [InlineData("https://x.search.windows.net", "k", true, false)]
    [InlineData("http://127.0.0.1", "k", false, false)]
    public void Azure_AI_Search_settings_are_checked_at_the_start(string endpoint, string key, bool entra, bool isRight)
    {
        var options = Options with { Endpoint = new Uri(endpoint), Key = key, UseEntraId = entra };
        Assert.Equal(isRight, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
        Assert.DoesNotContain("secret-key", (options with { Key = "secret-key" }).ToString(), StringComparison.Ordinal);
    }

    private ExternalSearch CreateSearch() =>
        new(
            TestArticles.Pipeline(),
            [
                new RetrieverGuard(
                    new AzureSearchRetriever(Options, service.Http),
                    new RetrieverLimits(TimeSpan.FromMinutes(2), 4, TimeSpan.FromSeconds(30)),
                    new FakeTime(),
                    NullLogger<RetrieverGuard>.Instance
                ),
            ]
        );
}
