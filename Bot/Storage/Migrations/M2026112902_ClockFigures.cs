using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>The outcome of clocks for which the figures of a case have no columns of their own.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112902_ClockFigures")]
internal sealed class M2026112902_ClockFigures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("MoreClocks", "CaseFigures", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("MoreClocks", "CaseFigures");
}
