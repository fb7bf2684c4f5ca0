using System.CommandLine;
using System.Globalization;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// <c>knowledge recall KEY [--from REVISION] [--send] [--data DIR]</c>: lists who got an answer from an earlier revision of an article;
/// with <c>--send</c>, sends each of them one correction.
/// </summary>
internal static class RecallCommand
{
    public static Command Create(Option<string> articles)
    {
        var key = new Argument<string>("key") { Description = "The article's key." };
        var from = new Option<string?>("--from")
        {
            Description = "Only those who were answered from this revision; without it from any but the present one.",
        };
        var send = new Option<bool>("--send") { Description = "Send the correction. Without it nothing is sent." };
        var data = LocalStorage.FolderOption();
        var command = new Command("recall", "List who was answered from an earlier revision of an article, and tell them what it says now.")
        {
            key,
            from,
            send,
            articles,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(key)!,
                    parsed.GetValue(from),
                    parsed.GetValue(send),
                    parsed.GetValue(articles)!,
                    parsed.GetValue(data),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string key,
        string? from,
        bool send,
        string articles,
        string? data,
        CancellationToken cancellationToken
    )
    {
        using var store = new ArticleStore(articles, lastGoodFile: null, TimeProvider.System, watch: false);
        if (store.Current.Problems.Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"The articles do not read, so that nobody can be told what they say: {store.Current.Problems[0]}"
            );
            return 1;
        }

        if (await LocalStorage.OpenAsync(data, cancellationToken) is not { } host)
        {
            return 2;
        }

        try
        {
            var now = store.Current.Find(key);
            var recall = host.Services.GetRequiredService<Recall>();
            Console.WriteLine(now is null ? $"{key} is no article now: its answers are withdrawn" : $"{key} is at revision {now.Revision}");
            if (send)
            {
                var result = await recall.SendAsync(key, now, from, cancellationToken);
                Console.WriteLine($"told {result.Told}, knew already {result.Known}, unreachable {result.Unreachable}");
                return 0;
            }

            var affected = await recall.AffectedAsync(key, now, from, cancellationToken);
            foreach (var one in affected)
            {
                var at = one.LastAsked.ToHanoi().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                Console.WriteLine(string.Join('\t', at, one.Revision, one.ChannelId, one.ConversationId, one.Language));
            }

            Console.WriteLine($"{affected.Count} conversations; --send tells them");
            return 0;
        }
        finally
        {
            await LocalStorage.CloseAsync(host);
        }
    }
}
