using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Failed attempts to sign in per user name and place, instead of per user name.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113011_SignInAttempts")]
internal sealed class M2026113011_SignInAttempts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("SignInThrottles");
        migrationBuilder.CreateTable(
            "SignInAttempts",
            table => new
            {
                Subject = table.Column<string>(maxLength: 100),
                Scope = table.Column<string>(maxLength: 80),
                Attempts = table.Column<int>(),
                NotBefore = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_SignInAttempts", c => new { c.Subject, c.Scope })
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("SignInAttempts");
}
