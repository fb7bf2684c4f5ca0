using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Local accounts and their sign-in attempts.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112203_Access")]
internal sealed class M2026112203_Access : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Accounts",
            table => new
            {
                Id = table.Column<string>(maxLength: 100),
                UserName = table.Column<string>(maxLength: 100),
                DisplayName = table.Column<string>(maxLength: 255),
                Roles = table.Column<int>(),
                PasswordHash = table.Column<string>(maxLength: 255),
                OneTimeUntil = table.Column<long>(nullable: true),
                Stamp = table.Column<string>(maxLength: 64),
                IsDisabled = table.Column<bool>(),
                CreatedAt = table.Column<long>(),
                SignedInAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Accounts", a => a.Id)
        );
        migrationBuilder.CreateIndex("IX_Accounts_UserName", "Accounts", "UserName", unique: true);

        migrationBuilder.CreateTable(
            "SignInThrottles",
            table => new
            {
                UserName = table.Column<string>(maxLength: 100),
                Attempts = table.Column<int>(),
                NotBefore = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_SignInThrottles", t => t.UserName)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("SignInThrottles");
        migrationBuilder.DropTable("Accounts");
    }
}
