using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>Direct Line conformance case 33, and a stop during a turn.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Case33_after_a_restart_polling_and_streaming_clients_resume_without_loss()
    {
        string token,
            conversation,
            watermark;
        await using (var before = await DirectLineHost.StartAsync(folder))
        {
            var client = await before.StartConversationAsync();
            using var socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
            await client.SayAsync("one");
            watermark = (await socket.ReceiveUntilAsync("echo one")).Watermark!;
            await client.SayAsync("two");
            await client.PollUntilAsync("echo two");
            (token, conversation) = (client.Token, client.ConversationId);
        }

        await using var after = await DirectLineHost.StartAsync(folder);
        var again = new DirectLineClient(after.Http, conversation, token);
        Assert.Equal(
            ["two", "echo two"],
            (await again.PollAsync(watermark)).Json!["activities"]!.AsArray().Select(a => a!["text"]!.GetValue<string>())
        );
        using var stream = await DirectLineHost.OpenAsync((await again.ReconnectAsync(watermark)).Json!["streamUrl"]!.GetValue<string>());
        await again.SayAsync("three");
        var (activities, _) = await stream.ReceiveUntilAsync("echo three");
        Assert.Equal(["two", "echo two", "three", "echo three"], activities.Select(a => a["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_running_turn_completes_before_the_service_stops_and_the_socket_is_closed_with_a_reason()
    {
        var release = new TaskCompletionSource();
        DirectLineClient client;
        DirectLineSocket socket;
        var service = await DirectLineHost.StartAsync(
            folder,
            async (turn, cancellationToken) =>
            {
                if (turn.Activity.Text == "slow")
                {
                    await release.Task.WaitAsync(cancellationToken);
                }

                await DirectLineHost.EchoAsync(turn, cancellationToken);
            }
        );
        client = await service.StartConversationAsync();
        socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
        await socket.ReceiveUntilAsync("hello");
        await client.SayAsync("slow");
        await socket.ReceiveUntilAsync("slow");
        var stopping = service.DisposeAsync().AsTask();
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal("restart", socket.CloseReason);
        release.SetResult();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));

        await using var after = await DirectLineHost.StartAsync(
            folder,
            (_, _) => throw new InvalidOperationException("The turn was complete.")
        );
        var transcript = await new DirectLineClient(after.Http, client.ConversationId, client.Token).PollUntilAsync("echo slow");
        Assert.Equal(["hello", "slow", "echo slow"], transcript.Select(a => a!["text"]!.GetValue<string>()));
        socket.Dispose();
    }
}
