using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Conversations, their activities and their state documents.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112201_Turns")]
internal sealed class M2026112201_Turns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Conversations",
            table => new
            {
                Key = table.Column<string>(maxLength: 400),
                ChannelId = table.Column<string>(),
                ConversationId = table.Column<string>(),
                LastSequence = table.Column<long>(),
                LastTimestamp = table.Column<long>(),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Conversations", c => c.Key)
        );

        migrationBuilder.CreateTable(
            "Activities",
            table => new
            {
                Number = table.Column<long>().Numbered(),
                ConversationKey = table.Column<string>(maxLength: 400),
                Sequence = table.Column<long>(),
                Direction = table.Column<int>(),
                ActivityId = table.Column<string>(),
                DeduplicationKey = table.Column<string>(nullable: true),
                Timestamp = table.Column<long>(),
                Shown = table.Column<bool>(),
                Json = table.Column<string>(),
                Progress = table.Column<int>(),
                Attempts = table.Column<int>(),
                NextAttemptAt = table.Column<long>(),
                InvokeStatus = table.Column<int>(nullable: true),
                InvokeBody = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Activities", a => a.Number)
        );
        migrationBuilder.CreateIndex("IX_Activities_ConversationKey_Sequence", "Activities", ["ConversationKey", "Sequence"], unique: true);
        migrationBuilder.CreateIndex(
            "IX_Activities_ConversationKey_DeduplicationKey",
            "Activities",
            ["ConversationKey", "DeduplicationKey"],
            unique: true,
            filter: "\"DeduplicationKey\" IS NOT NULL"
        );
        migrationBuilder.CreateIndex("IX_Activities_ConversationKey_ActivityId", "Activities", ["ConversationKey", "ActivityId"]);
        migrationBuilder.CreateIndex("IX_Activities_Pending", "Activities", ["Direction", "Number"], filter: "\"Progress\" = 0");

        migrationBuilder.CreateTable(
            "States",
            table => new
            {
                Key = table.Column<string>(maxLength: 400),
                Version = table.Column<long>(),
                Json = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_States", s => s.Key)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("Activities");
        migrationBuilder.DropTable("Conversations");
        migrationBuilder.DropTable("States");
    }
}
