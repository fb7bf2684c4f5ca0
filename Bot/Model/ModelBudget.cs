using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Model;

/// <summary>The tokens that the model used for a person in one turn; counted in the transaction of that turn.</summary>
internal sealed record ModelUse(string ChannelId, string UserId, int Day, long Tokens) : IEffect;

/// <summary>
/// The daily limits of tokens: for each person and in all, counted in the database, and for each network address of web chats, where a
/// visitor can be a new person at any time; these are counted in memory.
/// </summary>
internal sealed partial class ModelBudget(
    ReadConnectionPool readConnections,
    ConversationAddresses addresses,
    IOptions<ModelOptions> options,
    TimeProvider time,
    ILogger<ModelBudget> log
)
{
    private const string SelectTokensSql =
        """SELECT "Tokens" FROM "ModelUses" WHERE "ChannelId" = @p0 AND "UserId" = @p1 AND "Day" = @p2""";

    private readonly ConcurrentDictionary<(string Address, int Day), long> tokensByAddress = new();
    private int lastDay;
    private int lastLoggedDay;

    public bool IsSpent(Activity activity) =>
        IsSpentByAddress(activity)
        || IsSpentBy(activity.ChannelId ?? "", activity.From?.Id ?? "", options.Value.TokensPerAskerAndDay)
        || IsSpentInAll();

    public ModelUse CreateUse(Activity activity, long tokens)
    {
        ForgetEarlierDays();
        if (FindAddress(activity) is { } address)
        {
            tokensByAddress.AddOrUpdate((address, Today), tokens, (_, used) => used + tokens);
        }

        return new(activity.ChannelId ?? "", activity.From?.Id ?? "", Today, tokens);
    }

    private int Today => HanoiTime.DayOf(time.GetUtcNow()).DayNumber;

    private bool IsSpentByAddress(Activity activity) =>
        options.Value.TokensPerAddressAndDay is > 0 and var limit
        && FindAddress(activity) is { } address
        && tokensByAddress.GetValueOrDefault((address, Today)) >= limit;

    private string? FindAddress(Activity activity) =>
        activity.ChannelId == ChannelIds.Directline ? addresses.Find(activity.Conversation?.Id) : null;

    private bool IsSpentInAll()
    {
        var isSpent = IsSpentBy(ModelUseRow.Everybody, ModelUseRow.Everybody, options.Value.TokensPerDay);
        if (isSpent && Interlocked.Exchange(ref lastLoggedDay, Today) != Today)
        {
            LogSpent(options.Value.TokensPerDay);
        }

        return isSpent;
    }

    private bool IsSpentBy(string channelId, string userId, long limit) =>
        limit > 0
        && readConnections.Read(connection =>
            connection.Command(SelectTokensSql, channelId, userId, (long)Today).ExecuteScalar() is long tokens && tokens >= limit
        );

    private void ForgetEarlierDays()
    {
        if (Interlocked.Exchange(ref lastDay, Today) == Today)
        {
            return;
        }

        foreach (var key in tokensByAddress.Keys)
        {
            if (key.Day != Today)
            {
                tokensByAddress.TryRemove(key, out _);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The language model is not asked again today: all {Tokens} tokens of Model:TokensPerDay are used")]
    private partial void LogSpent(long tokens);
}

internal sealed class ModelUseRecorder : ISqlEffectHandler
{
    private const string AddTokensSql = """
        INSERT INTO "ModelUses" ("ChannelId", "UserId", "Day", "Tokens") VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT ("ChannelId", "UserId", "Day") DO UPDATE SET "Tokens" = "ModelUses"."Tokens" + excluded."Tokens"
        """;

    public bool CanHandle(IEffect effect) => effect is ModelUse;

    public void Apply(IEffect effect, PreparedConnection connection)
    {
        var use = (ModelUse)effect;
        connection.Execute(AddTokensSql, use.ChannelId, use.UserId, (long)use.Day, use.Tokens);
        connection.Execute(AddTokensSql, ModelUseRow.Everybody, ModelUseRow.Everybody, (long)use.Day, use.Tokens);
    }
}
