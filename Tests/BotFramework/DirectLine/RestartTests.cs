using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>Direct Line conformance case 33, and what stops in the middle of a turn.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Case33_after_a_restart_both_kinds_of_client_resume_and_miss_nothing()
    {
        string token,
            conversation,
            watermark;
        await using (var before = await DirectLineHost.StartAsync(folder))
        {
            var client = await before.StartedAsync();
            using var socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
            await client.SayAsync("one");
            watermark = (await socket.UntilAsync("echo one")).Watermark!;
            await client.SayAsync("two");
            await client.UntilAsync("echo two");
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
        var (activities, _) = await stream.UntilAsync("echo three");
        Assert.Equal(["two", "echo two", "three", "echo three"], activities.Select(a => a["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_turn_in_flight_completes_before_the_service_stops_and_its_socket_is_told()
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
        client = await service.StartedAsync();
        socket = await DirectLineHost.OpenAsync(client.StreamUrl!);
        await socket.UntilAsync("hello");
        await client.SayAsync("slow");
        await socket.UntilAsync("slow");
        var stopping = service.DisposeAsync().AsTask();
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal("restart", socket.CloseReason);
        release.SetResult();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));

        await using var after = await DirectLineHost.StartAsync(
            folder,
            (_, _) => throw new InvalidOperationException("The turn was complete.")
        );
        var transcript = await new DirectLineClient(after.Http, client.ConversationId, client.Token).UntilAsync("echo slow");
        Assert.Equal(["hello", "slow", "echo slow"], transcript.Select(a => a!["text"]!.GetValue<string>()));
        socket.Dispose();
    }
}
