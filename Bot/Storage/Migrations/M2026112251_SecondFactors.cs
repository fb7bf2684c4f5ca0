using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Authenticator apps, recovery codes, and sign-in attempts by client address.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112251_SecondFactors")]
internal sealed class M2026112251_SecondFactors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SecondFactors",
            table => new
            {
                AccountId = table.Column<string>(maxLength: 100),
                Secret = table.Column<string>(),
                ConfirmedAt = table.Column<long>(nullable: true),
                LastStep = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_SecondFactors", f => f.AccountId)
        );
        migrationBuilder.CreateTable(
            "RecoveryCodes",
            table => new { AccountId = table.Column<string>(maxLength: 100), Hash = table.Column<string>(maxLength: 64) },
            constraints: table => table.PrimaryKey("PK_RecoveryCodes", c => new { c.AccountId, c.Hash })
        );
        migrationBuilder.CreateTable(
            "SignInAddresses",
            table => new
            {
                Address = table.Column<string>(maxLength: 64),
                Attempts = table.Column<int>(),
                Until = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_SignInAddresses", a => a.Address)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("SignInAddresses");
        migrationBuilder.DropTable("RecoveryCodes");
        migrationBuilder.DropTable("SecondFactors");
    }
}
