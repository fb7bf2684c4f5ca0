using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>What pages remember for each person: saved filters, dismissed steps.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113060_AccountPreferences")]
internal sealed class M2026113060_AccountPreferences : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "AccountPreferences",
            table => new
            {
                AccountId = table.Column<string>(maxLength: 100),
                Kind = table.Column<string>(maxLength: 20),
                Name = table.Column<string>(maxLength: 60),
                Value = table.Column<string>(maxLength: 1000),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_AccountPreferences",
                    p => new
                    {
                        p.AccountId,
                        p.Kind,
                        p.Name,
                    }
                )
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("AccountPreferences");
}
