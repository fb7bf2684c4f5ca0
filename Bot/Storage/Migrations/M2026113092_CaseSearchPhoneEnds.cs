using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>
/// Empties the search index of cases, whose words have become more: the telephone backwards, for its last digits. The program fills it
/// again while it runs.
/// </summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113092_CaseSearchPhoneEnds")]
internal sealed class M2026113092_CaseSearchPhoneEnds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            migrationBuilder.IsNpgsql()
                ? """TRUNCATE "RequestSearch" """
                : """INSERT INTO "RequestSearch" ("RequestSearch") VALUES ('delete-all')"""
        );

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // The index with more words serves the earlier program too.
    }
}
