using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Identities of accounts at an external identity provider.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112252_ExternalLogins")]
internal sealed class M2026112252_ExternalLogins : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ExternalLogins",
            table => new
            {
                Issuer = table.Column<string>(maxLength: 400),
                Subject = table.Column<string>(maxLength: 255),
                AccountId = table.Column<string>(maxLength: 100),
                LinkedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ExternalLogins", l => new { l.Issuer, l.Subject })
        );
        migrationBuilder.CreateIndex("IX_ExternalLogins_AccountId", "ExternalLogins", "AccountId");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("ExternalLogins");
}
