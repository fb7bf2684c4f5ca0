using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Figures of each case, computed from the existing histories; and askers' ratings.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112253_Figures")]
internal sealed class M2026112253_Figures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CaseFigures",
            table => new
            {
                CaseNumber = table.Column<string>(maxLength: 24),
                SubmittedAt = table.Column<long>(),
                Kind = table.Column<string>(maxLength: 20),
                Ward = table.Column<string>(maxLength: 120, nullable: true),
                Team = table.Column<string>(maxLength: 60, nullable: true),
                Topic = table.Column<string>(maxLength: 60, nullable: true),
                FirstReplyAt = table.Column<long>(nullable: true),
                EndedAt = table.Column<long>(nullable: true),
                IsClosed = table.Column<bool>(),
                ReplyInTime = table.Column<bool>(nullable: true),
                CloseInTime = table.Column<bool>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_CaseFigures", f => f.CaseNumber)
        );
        migrationBuilder.CreateIndex("IX_CaseFigures_EndedAt_SubmittedAt", "CaseFigures", ["EndedAt", "SubmittedAt"]);
        migrationBuilder.Sql(
            """
            INSERT INTO "CaseFigures" ("CaseNumber", "SubmittedAt", "Kind", "Team", "FirstReplyAt", "EndedAt", "IsClosed")
            SELECT r."CaseNumber", r."SubmittedAt", r."Kind", r."Team",
                (SELECT MIN(e."At") FROM "RequestEvents" e
                 WHERE e."CaseNumber" = r."CaseNumber" AND e."Who_Kind" = 'Official'
                    AND e."Kind" IN ('Replied', 'AskedBack', 'Closed', 'Forwarded')),
                CASE WHEN r."Status" IN ('Closed', 'Forwarded', 'Merged', 'Withdrawn') THEN r."ChangedAt" END,
                CASE WHEN r."Status" IN ('Closed', 'Forwarded') THEN TRUE ELSE FALSE END
            FROM "Requests" r
            """
        );
        migrationBuilder.CreateTable(
            "CaseRatings",
            table => new
            {
                CaseNumber = table.Column<string>(maxLength: 24),
                AskedAt = table.Column<long>(),
                RatedAt = table.Column<long>(nullable: true),
                Score = table.Column<int>(nullable: true),
                Word = table.Column<string>(maxLength: 1000, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_CaseRatings", r => r.CaseNumber)
        );
        migrationBuilder.CreateIndex("IX_CaseRatings_RatedAt", "CaseRatings", "RatedAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("CaseRatings");
        migrationBuilder.DropTable("CaseFigures");
    }
}
