namespace PolicyAssistantBot.Storage.Turns;

/// <summary>The SQL statements of turns and transcripts, which run for every message; SQLite and PostgreSQL both accept them.</summary>
internal static class ActivitySql
{
    /// <summary>
    /// Allocates the next sequence numbers of a conversation, which is created if necessary. p0 key, p1 channel, p2 conversation id, p3 the
    /// number of activities, p4 now in Unix milliseconds. Returns the last allocated number and timestamp; timestamps are strictly
    /// increasing. Returns no row when the conversation was erased.
    /// </summary>
    public const string AllocateSequences = """
        INSERT INTO "Conversations" ("Key", "ChannelId", "ConversationId", "LastSequence", "LastTimestamp", "CreatedAt")
        VALUES (@p0, @p1, @p2, @p3, @p4 + @p3 - 1, @p4)
        ON CONFLICT ("Key") DO UPDATE SET
            "LastSequence" = "Conversations"."LastSequence" + excluded."LastSequence",
            "LastTimestamp" = CASE WHEN "Conversations"."LastTimestamp" >= excluded."CreatedAt"
                THEN "Conversations"."LastTimestamp" + excluded."LastSequence" ELSE excluded."LastTimestamp" END
            WHERE "Conversations"."ErasedAt" IS NULL
        RETURNING "LastSequence", "LastTimestamp"
        """;

    /// <summary>
    /// p0 conversation, p1 sequence number, p2 direction, p3 activity id (empty for one made of the sequence number), p4 deduplication key,
    /// p5 timestamp, p6 shown, p7 stored JSON, p8 progress.
    /// </summary>
    public const string InsertActivity = """
        INSERT INTO "Activities"
            ("ConversationKey", "Sequence", "Direction", "ActivityId", "DeduplicationKey", "Timestamp", "Shown", "Json", "Progress",
            "Attempts", "NextAttemptAt")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, 0, 0)
        """;

    /// <summary>p0 conversation, p1 deduplication key.</summary>
    public const string FindDuplicate = """
        SELECT "Json", "Progress", "InvokeStatus", "InvokeBody" FROM "Activities" WHERE "ConversationKey" = @p0 AND "DeduplicationKey" = @p1
        """;

    /// <summary>Accepted activities that are not completed, oldest first. p0 the maximum number.</summary>
    public const string SelectPending = """
        SELECT "Json" FROM "Activities" WHERE "Progress" = 0 AND "Direction" = 0 ORDER BY "Number" LIMIT @p0
        """;

    /// <summary>
    /// Updates one row if and only if the turn is the first to complete. p0 conversation, p1 activity id, p2 invoke status, p3 stored
    /// invoke body.
    /// </summary>
    public const string CompleteTurn = """
        UPDATE "Activities" SET "Progress" = 1, "InvokeStatus" = @p2, "InvokeBody" = @p3
        WHERE "ConversationKey" = @p0 AND "ActivityId" = @p1 AND "ActivityId" <> '' AND "Direction" = 0 AND "Progress" = 0
        """;

    /// <summary>Like <see cref="CompleteTurn"/>, by p4, the sequence number of which the id is made.</summary>
    public const string CompleteTurnBySequence = """
        UPDATE "Activities" SET "Progress" = 1, "InvokeStatus" = @p2, "InvokeBody" = @p3
        WHERE "ConversationKey" = @p0 AND "Sequence" = @p4 AND "ActivityId" IN ('', @p1) AND "Direction" = 0 AND "Progress" = 0
        """;

    /// <summary>
    /// Stores the response to the HTTP request that delivered the activity. p0 conversation, p1 activity id, p2 status, p3 stored body.
    /// </summary>
    public const string StoreResponse = """
        UPDATE "Activities" SET "InvokeStatus" = @p2, "InvokeBody" = @p3
        WHERE "ConversationKey" = @p0 AND "ActivityId" = @p1 AND "ActivityId" <> '' AND "Direction" = 0
        """;

    /// <summary>Like <see cref="StoreResponse"/>, by p4, the sequence number of which the id is made.</summary>
    public const string StoreResponseBySequence = """
        UPDATE "Activities" SET "InvokeStatus" = @p2, "InvokeBody" = @p3
        WHERE "ConversationKey" = @p0 AND "Sequence" = @p4 AND "ActivityId" IN ('', @p1) AND "Direction" = 0
        """;

    /// <summary>p0 key.</summary>
    public const string SelectState = """SELECT "Json", "Version" FROM "States" WHERE "Key" = @p0""";

    /// <summary>Updates one row if and only if it was not changed since. p0 key, p1 stored JSON, p2 the version that was loaded.</summary>
    public const string UpdateState =
        """UPDATE "States" SET "Json" = @p1, "Version" = "Version" + 1 WHERE "Key" = @p0 AND "Version" = @p2""";

    /// <summary>Inserts one row if and only if there is none. p0 key, p1 stored JSON.</summary>
    public const string InsertState =
        """INSERT INTO "States" ("Key", "Json", "Version") VALUES (@p0, @p1, 1) ON CONFLICT ("Key") DO NOTHING""";

    /// <summary>p0 conversation, p1 after this number, p2 the maximum number.</summary>
    public const string SelectTranscript = """
        SELECT "Sequence", "Json" FROM "Activities" WHERE "ConversationKey" = @p0 AND "Sequence" > @p1 AND "Shown"
        ORDER BY "Sequence" LIMIT @p2
        """;

    /// <summary>p0 conversation, p1 a conversation that was erased after this time still shows the confirmation of the erasure.</summary>
    public const string SelectLastSequence = """
        SELECT "LastSequence" FROM "Conversations" WHERE "Key" = @p0 AND ("ErasedAt" IS NULL OR "ErasedAt" > @p1)
        """;

    /// <summary>p0 conversation.</summary>
    public const string SelectErased = """SELECT 1 FROM "Conversations" WHERE "Key" = @p0 AND "ErasedAt" IS NOT NULL""";

    /// <summary>p0 channel, p1 user, p2 conversation.</summary>
    public const string InsertConversationUser = """
        INSERT INTO "ConversationUsers" ("ChannelId", "UserId", "ConversationKey") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING
        """;
}
