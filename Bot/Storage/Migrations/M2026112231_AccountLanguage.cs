using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>The language in which a person reads the desk's pages.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112231_AccountLanguage")]
internal sealed class M2026112231_AccountLanguage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Language", "Accounts", maxLength: 2, nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("Language", "Accounts");
}
