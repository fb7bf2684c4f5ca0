using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>
/// Indexes that contain all columns that a list filters by, so that lists are counted and paged without reading the
/// cases; and fingerprints of similar cases.
/// </summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112270_DeskLists")]
internal sealed class M2026112270_DeskLists : Migration
{
    private const string HasDeadline = "\"DueAt\" IS NOT NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Requests_Pile_ChangedAt_CaseNumber", "Requests");
        migrationBuilder.DropIndex("IX_Requests_ChangedAt_CaseNumber", "Requests");
        migrationBuilder.DropIndex("IX_Requests_DueAt_CaseNumber_SoonAt", "Requests");
        migrationBuilder.CreateIndex("IX_Requests_List_Pile", "Requests", ["Pile", "ChangedAt", "CaseNumber", "OwnerId", "Team", "Kind"]);
        migrationBuilder.CreateIndex("IX_Requests_List_All", "Requests", ["ChangedAt", "CaseNumber", "OwnerId", "Team", "Kind", "TaxCode"]);
        migrationBuilder.CreateIndex(
            "IX_Requests_List_Due",
            "Requests",
            ["DueAt", "CaseNumber", "SoonAt", "OwnerId", "Team", "Kind"],
            filter: HasDeadline
        );
        migrationBuilder.CreateTable(
            "CaseMarks",
            table => new { Mark = table.Column<long>(), Number = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_CaseMarks", m => new { m.Mark, m.Number })
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("CaseMarks");
        foreach (var list in new[] { "Pile", "All", "Due" })
        {
            migrationBuilder.DropIndex($"IX_Requests_List_{list}", "Requests");
        }

        migrationBuilder.CreateIndex("IX_Requests_Pile_ChangedAt_CaseNumber", "Requests", ["Pile", "ChangedAt", "CaseNumber"]);
        migrationBuilder.CreateIndex("IX_Requests_ChangedAt_CaseNumber", "Requests", ["ChangedAt", "CaseNumber"]);
        migrationBuilder.CreateIndex(
            "IX_Requests_DueAt_CaseNumber_SoonAt",
            "Requests",
            ["DueAt", "CaseNumber", "SoonAt"],
            filter: HasDeadline
        );
    }
}
