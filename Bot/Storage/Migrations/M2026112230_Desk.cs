using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Teams, deadlines, warnings, settings documents, notes, and full-text search over cases.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112230_Desk")]
internal sealed class M2026112230_Desk : Migration
{
    private const string IsOpen = "\"Pile\" <> 4";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("Number", "Requests", defaultValue: 0L);
        migrationBuilder.AddColumn<string>("Team", "Requests", maxLength: 60, nullable: true);
        migrationBuilder.AddColumn<string>("Routing", "Requests", nullable: true);
        migrationBuilder.AddColumn<string>("Clocks", "Requests", nullable: true);
        migrationBuilder.AddColumn<long>("DueAt", "Requests", nullable: true);
        migrationBuilder.AddColumn<long>("SoonAt", "Requests", nullable: true);
        migrationBuilder.AddColumn<long>("NextWarningAt", "Requests", nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE "Requests" SET "Number" =
                CAST(substr("CaseNumber", 4, 4) AS BIGINT) * 1000000000 + CAST(substr("CaseNumber", 9, length("CaseNumber") - 10) AS BIGINT)
            """
        );
        migrationBuilder.DropIndex("IX_Requests_Search", "Requests");
        migrationBuilder.CreateIndex("IX_Requests_Number", "Requests", "Number", unique: true);
        migrationBuilder.CreateIndex("IX_Requests_ChangedAt_CaseNumber", "Requests", ["ChangedAt", "CaseNumber"]);
        migrationBuilder.CreateIndex("IX_Requests_Open_Owner", "Requests", ["OwnerId", "ChangedAt", "CaseNumber"], filter: IsOpen);
        migrationBuilder.CreateIndex("IX_Requests_Open_Team", "Requests", ["Team", "ChangedAt", "CaseNumber"], filter: IsOpen);
        migrationBuilder.CreateIndex(
            "IX_Requests_DueAt_CaseNumber_SoonAt",
            "Requests",
            ["DueAt", "CaseNumber", "SoonAt"],
            filter: "\"DueAt\" IS NOT NULL"
        );
        migrationBuilder.CreateIndex("IX_Requests_NextWarningAt", "Requests", "NextWarningAt", filter: "\"NextWarningAt\" IS NOT NULL");
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql("""CREATE TABLE "RequestSearch" ("Number" bigint PRIMARY KEY, "Words" tsvector NOT NULL)""");
            migrationBuilder.Sql("""CREATE INDEX "IX_RequestSearch_Words" ON "RequestSearch" USING gin ("Words")""");
        }
        else
        {
            migrationBuilder.Sql(
                """CREATE VIRTUAL TABLE "RequestSearch" USING fts5("Text", content='', contentless_delete=1, prefix='2 3')"""
            );
            migrationBuilder.Sql("""INSERT INTO "RequestSearch" (rowid, "Text") SELECT "Number", "SearchText" FROM "Requests" """);
        }

        migrationBuilder.CreateTable(
            "DeskSettings",
            table => new
            {
                Kind = table.Column<string>(maxLength: 20),
                Version = table.Column<int>(),
                Text = table.Column<string>(),
                SavedAt = table.Column<long>(),
                SavedById = table.Column<string>(maxLength: 100),
                SavedByName = table.Column<string>(maxLength: 255),
            },
            constraints: table => table.PrimaryKey("PK_DeskSettings", d => new { d.Kind, d.Version })
        );
        migrationBuilder.CreateTable(
            "Absences",
            table => new
            {
                AccountId = table.Column<string>(maxLength: 100),
                From = table.Column<DateOnly>(),
                Until = table.Column<DateOnly>(),
            },
            constraints: table => table.PrimaryKey("PK_Absences", a => a.AccountId)
        );
        migrationBuilder.CreateTable(
            "TeamTurns",
            table => new { Team = table.Column<string>(maxLength: 60), Member = table.Column<string>(maxLength: 100) },
            constraints: table => table.PrimaryKey("PK_TeamTurns", t => t.Team)
        );
        migrationBuilder.CreateTable(
            "DeadlineWarnings",
            table => new
            {
                CaseNumber = table.Column<string>(maxLength: 24),
                Clock = table.Column<string>(maxLength: 20),
                StartedAt = table.Column<long>(),
                Percent = table.Column<int>(),
                At = table.Column<long>(),
                DueAt = table.Column<long>(),
                OwnerId = table.Column<string>(maxLength: 100, nullable: true),
                Team = table.Column<string>(maxLength: 60, nullable: true),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_DeadlineWarnings",
                    w => new
                    {
                        w.CaseNumber,
                        w.Clock,
                        w.StartedAt,
                        w.Percent,
                    }
                )
        );
        migrationBuilder.CreateIndex("IX_DeadlineWarnings_At", "DeadlineWarnings", "At");

        migrationBuilder.CreateTable(
            "CaseNotes",
            table => new
            {
                Id = table.Column<string>(maxLength: 36),
                CaseNumber = table.Column<string>(maxLength: 24),
                At = table.Column<long>(),
                AuthorId = table.Column<string>(maxLength: 100),
                AuthorName = table.Column<string>(maxLength: 255),
                Text = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_CaseNotes", n => n.Id)
        );
        migrationBuilder.CreateIndex("IX_CaseNotes_CaseNumber_At", "CaseNotes", ["CaseNumber", "At"]);
        migrationBuilder.CreateTable(
            "CaseMentions",
            table => new
            {
                NoteId = table.Column<string>(maxLength: 36),
                AccountId = table.Column<string>(maxLength: 100),
                CaseNumber = table.Column<string>(maxLength: 24),
                IsRead = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_CaseMentions", m => new { m.NoteId, m.AccountId })
        );
        migrationBuilder.CreateIndex("IX_CaseMentions_AccountId_IsRead", "CaseMentions", ["AccountId", "IsRead"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (
            var table in new[] { "DeskSettings", "Absences", "TeamTurns", "DeadlineWarnings", "CaseNotes", "CaseMentions", "RequestSearch" }
        )
        {
            migrationBuilder.DropTable(table);
        }

        foreach (
            var index in new[] { "Number", "ChangedAt_CaseNumber", "Open_Owner", "Open_Team", "DueAt_CaseNumber_SoonAt", "NextWarningAt" }
        )
        {
            migrationBuilder.DropIndex($"IX_Requests_{index}", "Requests");
        }

        foreach (var column in new[] { "Number", "Team", "Routing", "Clocks", "DueAt", "SoonAt", "NextWarningAt" })
        {
            migrationBuilder.DropColumn(column, "Requests");
        }

        migrationBuilder.CreateIndex("IX_Requests_Search", "Requests", ["ChangedAt", "CaseNumber", "SearchText", "Pile", "OwnerId"]);
    }
}
