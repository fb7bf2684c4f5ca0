using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>
/// Who wrote in which conversation, erased conversations and cases, the record of erasures, and the retention of the view log.
/// </summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112910_Privacy")]
internal sealed class M2026112910_Privacy : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ConversationUsers",
            table => new
            {
                ChannelId = table.Column<string>(),
                UserId = table.Column<string>(),
                ConversationKey = table.Column<string>(maxLength: 400),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_ConversationUsers",
                    u => new
                    {
                        u.ChannelId,
                        u.UserId,
                        u.ConversationKey,
                    }
                )
        );
        migrationBuilder.CreateIndex("IX_ConversationUsers_ConversationKey", "ConversationUsers", "ConversationKey");
        var userId = migrationBuilder.IsNpgsql()
            ? """CAST(a."Json" AS json) -> 'from' ->> 'id'"""
            : """json_extract(a."Json", '$.from.id')""";
        migrationBuilder.Sql(
            $"""
            INSERT INTO "ConversationUsers" ("ChannelId", "UserId", "ConversationKey")
            SELECT DISTINCT c."ChannelId", {userId}, c."Key"
            FROM "Activities" a JOIN "Conversations" c ON c."Key" = a."ConversationKey"
            WHERE a."Direction" = 0 AND {userId} IS NOT NULL
            """
        );

        migrationBuilder.AddColumn<long>("ErasedAt", "Conversations", nullable: true);
        migrationBuilder.AddColumn<long>("ErasedAt", "Requests", nullable: true);
        migrationBuilder.AddColumn<long>("ConsentWithdrawnAt", "Requests", nullable: true);
        migrationBuilder.CreateTable(
            "Erasures",
            table => new
            {
                Id = table.Column<string>(maxLength: 36),
                RequestedAt = table.Column<long>(),
                RequestedBy = table.Column<string>(maxLength: 20),
                OfficialId = table.Column<string>(maxLength: 100, nullable: true),
                ChannelId = table.Column<string>(),
                UserId = table.Column<string>(nullable: true),
                UserHash = table.Column<string>(maxLength: 64),
                State = table.Column<string>(maxLength: 20),
                Erased = table.Column<string>(),
                Remaining = table.Column<string>(nullable: true),
                CompletedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Erasures", e => e.Id)
        );
        migrationBuilder.CreateIndex("IX_Erasures_Pending", "Erasures", "RequestedAt", filter: "\"CompletedAt\" IS NULL");
        AllowDeletionOfOldViews(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("Erasures");
        migrationBuilder.DropTable("ConversationUsers");
        migrationBuilder.DropColumn("ErasedAt", "Conversations");
        migrationBuilder.DropColumn("ErasedAt", "Requests");
        migrationBuilder.DropColumn("ConsentWithdrawnAt", "Requests");
    }

    /// <summary>Entries of the view log may be deleted after five years, by the clock of the database; before, it only grows.</summary>
    private static void AllowDeletionOfOldViews(MigrationBuilder migrationBuilder)
    {
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER "DataViews_no_change" ON "DataViews";
                CREATE TRIGGER "DataViews_no_change" BEFORE UPDATE OR TRUNCATE ON "DataViews"
                FOR EACH STATEMENT EXECUTE FUNCTION "DataViews_only_grows"();
                CREATE TRIGGER "DataViews_no_delete" BEFORE DELETE ON "DataViews" FOR EACH ROW
                WHEN (OLD."At" > extract(epoch FROM now() - interval '1825 days') * 1000)
                EXECUTE FUNCTION "DataViews_only_grows"();
                """
            );
            return;
        }

        migrationBuilder.Sql("""DROP TRIGGER "DataViews_no_DELETE" """);
        migrationBuilder.Sql(
            """
            CREATE TRIGGER "DataViews_no_DELETE" BEFORE DELETE ON "DataViews"
            WHEN OLD."At" > unixepoch('now', '-1825 days') * 1000
            BEGIN SELECT RAISE(ABORT, 'The log of views only grows.'); END
            """
        );
    }
}
