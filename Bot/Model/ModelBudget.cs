using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Model;

/// <summary>The tokens that the model used for a person in one turn; counted in the transaction of that turn.</summary>
internal sealed record ModelUse(string ChannelId, string UserId, int Day, long Tokens) : IEffect;

/// <summary>The daily limit of tokens for each person.</summary>
internal sealed class ModelBudget(ReadConnectionPool readConnections, IOptions<ModelOptions> options, TimeProvider time)
{
    private const string SelectTokensSql =
        """SELECT "Tokens" FROM "ModelUses" WHERE "ChannelId" = @p0 AND "UserId" = @p1 AND "Day" = @p2""";

    public bool IsSpent(Activity activity)
    {
        var limit = options.Value.TokensPerAskerAndDay;
        return limit > 0
            && readConnections.Read(connection =>
                connection.Command(SelectTokensSql, activity.ChannelId ?? "", activity.From?.Id ?? "", (long)Today).ExecuteScalar()
                    is long tokens
                && tokens >= limit
            );
    }

    public ModelUse CreateUse(Activity activity, long tokens) => new(activity.ChannelId ?? "", activity.From?.Id ?? "", Today, tokens);

    private int Today => HanoiTime.DayOf(time.GetUtcNow()).DayNumber;
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
    }
}
