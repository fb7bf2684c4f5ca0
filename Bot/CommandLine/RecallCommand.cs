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
            Description = "Only those who got an answer from this revision; default: from any but the current one.",
        };
        var send = new Option<bool>("--send") { Description = "Send the correction. Without it nothing is sent." };
        var data = LocalStorage.CreateFolderOption();
        var command = new Command("recall", "List who got an answer from an earlier revision of an article, and send them a correction.")
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
                $"The articles contain errors, so that no correction can be sent: {store.Current.Problems[0]}"
            );
            return 1;
        }

        if (await LocalStorage.OpenHostAsync(data, cancellationToken) is not { } host)
        {
            return 2;
        }

        try
        {
            var article = store.Current.Find(key);
            var recall = host.Services.GetRequiredService<RecallService>();
            Console.WriteLine(
                article is null ? $"{key} is no longer an article: its answers are withdrawn" : $"{key} is at revision {article.Revision}"
            );
            if (send)
            {
                var result = await recall.SendAsync(key, article, from, cancellationToken);
                Console.WriteLine(
                    $"sent {result.NotifiedCount}, already informed {result.AlreadyNotifiedCount}, unreachable {result.UnreachableCount}"
                );
                return 0;
            }

            var affected = await recall.ListAffectedAsync(key, article, from, cancellationToken);
            foreach (var conversation in affected)
            {
                var lastAsked = conversation.LastAsked.ToHanoi().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                Console.WriteLine(
                    string.Join(
                        '\t',
                        lastAsked,
                        conversation.Revision,
                        conversation.ChannelId,
                        conversation.ConversationId,
                        conversation.Language
                    )
                );
            }

            Console.WriteLine($"{affected.Count} conversations; --send sends the corrections");
            return 0;
        }
        finally
        {
            await LocalStorage.CloseHostAsync(host);
        }
    }
}
