using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>What askers are told a little later, so that it can be taken back.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113070_DelayedNotices")]
internal sealed class M2026113070_DelayedNotices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "DelayedNotices",
            table => new
            {
                CaseNumber = table.Column<string>(maxLength: 24),
                Sequence = table.Column<int>(),
                DueAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_DelayedNotices", n => new { n.CaseNumber, n.Sequence })
        );
        migrationBuilder.CreateIndex("IX_DelayedNotices_DueAt", "DelayedNotices", "DueAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("DelayedNotices");
}
