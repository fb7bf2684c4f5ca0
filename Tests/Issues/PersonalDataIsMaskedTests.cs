using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Retrieval;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>Telephone numbers, tax codes, identity numbers, e-mail addresses and account numbers were sent to the model unmasked.</summary>
public sealed class PersonalDataIsMaskedTests : IAsyncLifetime, IDisposable
{
    private const int Questions = 200;

    private static readonly string[] Topics =
    [
        "Mua phần mềm kho có được hỗ trợ không?",
        "mua phan mem kho duoc ho tro bao nhieu",
        "Vay mua xe điện lãi suất bao nhiêu?",
        "ứng dụng tin học đếm bao bì",
        "Is there support for warehouse software?",
        "thế còn cái đó thì sao zzz qqq",
        "inventory app subsidies",
    ];

    private readonly Random random = new(20261129);
    private FakeOpenAi service = null!;
    private ConversationHost host = null!;

    public async Task InitializeAsync()
    {
        service = await FakeOpenAi.StartAsync();
        service.Chat.Respond = request =>
            request.Data.ContainsKey("now")
                ? new FakeModelReply("""{"question":"Mua phần mềm kho có được hỗ trợ không?"}""")
                : FakeModelReply.FromSentences(
                    ("Doanh nghiệp nhỏ được hỗ trợ một nửa chi phí phần mềm quản lý kho, tối đa 7 triệu đồng.", ["p1"])
                );
        host = new ConversationHost([
            ("Model:Enabled", "true"),
            ("Model:Endpoint", service.Endpoint),
            ("Model:Name", "test"),
            ("Model:Key", "key-1"),
            ("Model:TokensPerAskerAndDay", "0"),
            ("Embeddings:Enabled", "true"),
            ("Embeddings:Endpoint", service.Endpoint),
            ("Embeddings:Name", "test"),
            ("Embeddings:Key", "key-1"),
            ("Embeddings:PassageTimeout", "00:10:00"),
            ("Embeddings:Timeout", "00:00:05"),
        ]);
        await host.InitializeAsync();
        await host.Storage.Get<EmbeddingRefreshService>().RefreshAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await service.DisposeAsync();
    }

    public void Dispose() => host?.Dispose();

    [Fact]
    public async Task No_personal_data_of_200_questions_reaches_the_services()
    {
        var typed = new List<string>();
        var chat = new TestConversation(host);
        for (var i = 0; i < Questions; i++)
        {
            var (data, digits) = CreateMarker(i % 5);
            typed.Add(digits);
            var topic = Topics[random.Next(Topics.Length)];
            await chat.SayAsync(
                random.Next(3) switch
                {
                    0 => $"{topic} {data}",
                    1 => $"{data}, {topic}",
                    _ => $"Công ty tôi ({data}). {topic}",
                }
            );
        }

        var (model, embeddings) = (service.Chat, service.Embeddings);
        var requestTexts = model
            .Requests.Select(request =>
                request.Body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            )
            .Concat(embeddings.Requests.SelectMany(request => request.Texts))
            .ToList();
        Assert.True(model.Requests.Count > Questions / 4, $"The model was asked {model.Requests.Count} times.");
        Assert.Contains(model.Requests, request => request.Data.ContainsKey("before"));
        Assert.True(embeddings.Requests.Count > Questions / 10, $"Embeddings were asked {embeddings.Requests.Count} times.");
        var leaks =
            from text in requestTexts
            let compact = LettersAndDigits(text)
            from marker in typed
            where compact.Contains(marker, StringComparison.OrdinalIgnoreCase)
            select $"{marker}: {text[..Math.Min(text.Length, 2000)]}";
        Assert.Empty(leaks.Take(5));
    }

    [Fact]
    public async Task A_search_service_receives_the_masked_question()
    {
        await using var azure = await FakeAzureSearch.StartAsync();
        var channel = new AzureSearchRetriever(
            new AzureSearchOptions
            {
                Enabled = true,
                Endpoint = new Uri("https://x.search.windows.net"),
                Key = "key-1",
            },
            azure.Http
        );
        var typed = new List<string>();
        for (var i = 0; i < Questions; i++)
        {
            var (data, digits) = CreateMarker(i % 5);
            typed.Add(digits);
            await channel.FindAsync(OutgoingText.FromUserInput($"{data} {Topics[i % Topics.Length]}"), Lang.Vi, 3, default);
        }

        Assert.Equal(Questions, azure.ReceivedRequests.Count);
        Assert.DoesNotContain(
            azure.ReceivedRequests,
            body => typed.Any(marker => LettersAndDigits(body["search"]!.ToString()).Contains(marker, StringComparison.OrdinalIgnoreCase))
        );
    }

    /// <summary>Personal data as people write it, and the letters and digits of it that must not be found.</summary>
    private (string Text, string Digits) CreateMarker(int kind)
    {
        var mobile = "09" + Digits(8);
        var taxCode = "01" + Digits(8);
        var card = "001" + Digits(9);
        var account = "19" + Digits(random.Next(10, 15));
        var mail = $"a{Digits(6)}@congty{Digits(3)}.com.vn";
        return kind switch
        {
            0 => (
                Pick(
                    $"SĐT {mobile}",
                    $"gọi {mobile[..4]}.{mobile[4..7]}.{mobile[7..]}",
                    $"{mobile[..4]} {mobile[4..7]} {mobile[7..]}",
                    $"+84{mobile[1..]}",
                    $"sdt{mobile}"
                ),
                mobile[1..]
            ),
            1 => (
                Pick(
                    $"MST {taxCode}",
                    $"MST:{taxCode}",
                    $"mã số thuế {taxCode}-001",
                    $"mst{taxCode}",
                    $"{taxCode[..4]} {taxCode[4..7]} {taxCode[7..]}"
                ),
                taxCode
            ),
            2 => (Pick($"CCCD {card}", $"căn cước {card[..3]} {card[3..6]} {card[6..9]} {card[9..]}", $"cccd:{card}"), card),
            3 => (
                Pick(
                    mail,
                    $"email: {mail}",
                    mail.Replace("@", " @ ", StringComparison.Ordinal),
                    mail.Replace("@", "[at]", StringComparison.Ordinal)
                ),
                LettersAndDigits(mail.Split('@')[0])
            ),
            _ => (Pick($"STK {account} Techcombank", $"số tài khoản {account}", $"tk {account}", $"{account} tại BIDV"), account),
        };
    }

    private string Pick(params string[] variants) => variants[random.Next(variants.Length)];

    private string Digits(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture)));

    private static string LettersAndDigits(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
