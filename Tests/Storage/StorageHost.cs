using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Storage;

/// <summary>The real storage with its own file; a second host on the same folder simulates a restart.</summary>
internal sealed class StorageHost : IAsyncDisposable
{
    private readonly IHost host;

    private StorageHost(IHost host) => this.host = host;

    public FakeTime Time => (FakeTime)host.Services.GetRequiredService<TimeProvider>();

    public ITurnStore Turns => host.Services.GetRequiredService<ITurnStore>();

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public static Task<StorageHost> OpenAsync(
        TempFolder folder,
        Action<IServiceCollection>? configure = null,
        params (string Key, string Value)[] settings
    ) => OpenAsync(folder, null, configure, settings);

    /// <param name="database">Null for the default database.</param>
    public static async Task<StorageHost> OpenAsync(
        TempFolder folder,
        DatabaseKind? database,
        Action<IServiceCollection>? configure = null,
        params (string Key, string Value)[] settings
    )
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Path });
        builder.Configuration["Storage:DataFolder"] = folder.Path;
        foreach (var (key, value) in (await database.GetSettingsAsync(folder)).Concat(settings))
        {
            builder.Configuration[key] = value;
        }

        builder.Services.AddSingleton<TimeProvider>(new FakeTime());
        builder.Services.AddStorage();
        configure?.Invoke(builder.Services);
        var built = builder.Build();
        await built.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return new StorageHost(built);
    }

    public static Activity Message(string text, string conversation = "c1", string user = "u1") =>
        new()
        {
            Type = ActivityTypes.Message,
            ChannelId = ChannelIds.Directline,
            Conversation = new ConversationAccount { Id = conversation },
            From = new ChannelAccount { Id = user, Role = RoleTypes.User },
            Text = text,
        };

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }
    }
}
