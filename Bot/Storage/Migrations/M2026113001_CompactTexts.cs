using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>
/// Long texts are stored compressed, and fewer rows are indexed. Existing rows stay as they are: readers recognise a plain text. An earlier
/// program cannot read the new rows.
/// </summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113001_CompactTexts")]
internal sealed class M2026113001_CompactTexts : Migration
{
    private static readonly (string Table, string Column)[] Texts =
    [
        ("Activities", "Json"),
        ("Activities", "InvokeBody"),
        ("States", "Json"),
        ("Answers", "Text"),
        ("Answers", "Trace"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (migrationBuilder.IsNpgsql())
        {
            foreach (var (table, column) in Texts)
            {
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE bytea USING convert_to("{column}", 'UTF8')""");
            }
        }

        migrationBuilder.DropIndex("IX_Activities_ConversationKey_ActivityId", "Activities");
        migrationBuilder.CreateIndex(
            "IX_Activities_ConversationKey_ActivityId",
            "Activities",
            ["ConversationKey", "ActivityId"],
            filter: "\"ActivityId\" <> ''"
        );
        migrationBuilder.DropIndex("IX_Answers_ChannelId_ConversationId_AnswerId", "Answers");
        migrationBuilder.DropIndex("IX_Answers_Outcome_Number", "Answers");
        migrationBuilder.CreateIndex("IX_Answers_ConversationId", "Answers", "ConversationId");
    }

    /// <summary>Not possible: the database cannot decompress. Restore a backup.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("Compressed texts cannot be migrated back; restore a backup.");
}
