using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>What officials typed and did not send yet.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113040_CaseDrafts")]
internal sealed class M2026113040_CaseDrafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CaseDrafts",
            table => new
            {
                AccountId = table.Column<string>(maxLength: 100),
                CaseNumber = table.Column<string>(maxLength: 24),
                Mode = table.Column<string>(maxLength: 60),
                Values = table.Column<string>(),
                SavedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_CaseDrafts", d => new { d.AccountId, d.CaseNumber })
        );
        migrationBuilder.CreateIndex("IX_CaseDrafts_CaseNumber", "CaseDrafts", "CaseNumber");
        migrationBuilder.CreateIndex("IX_CaseDrafts_SavedAt", "CaseDrafts", "SavedAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("CaseDrafts");
}
