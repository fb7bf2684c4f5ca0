using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Files of cases.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112240_CaseFiles")]
internal sealed class M2026112240_CaseFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CaseFiles",
            table => new
            {
                Id = table.Column<string>(maxLength: 64),
                CaseNumber = table.Column<string>(maxLength: 24),
                Origin = table.Column<string>(maxLength: 20),
                ById = table.Column<string>(maxLength: 100, nullable: true),
                Name = table.Column<string>(maxLength: 120),
                ContentType = table.Column<string>(maxLength: 100),
                Size = table.Column<long>(),
                Sha256 = table.Column<string>(maxLength: 64),
                State = table.Column<string>(maxLength: 20),
                Finding = table.Column<string>(maxLength: 200, nullable: true),
                ScanAttempts = table.Column<int>(),
                NextScanAt = table.Column<long>(),
                SentWith = table.Column<int>(nullable: true),
                AddedAt = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CaseFiles", f => f.Id);
                table.ForeignKey(
                    "FK_CaseFiles_Requests_CaseNumber",
                    f => f.CaseNumber,
                    "Requests",
                    "CaseNumber",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_CaseFiles_CaseNumber", "CaseFiles", "CaseNumber");
        migrationBuilder.CreateIndex("IX_CaseFiles_Waiting", "CaseFiles", "NextScanAt", filter: "\"State\" = 'Waiting'");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("CaseFiles");
}
