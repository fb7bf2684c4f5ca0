using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Microsoft Entra object ids of accounts.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112221_EntraObjectId")]
internal sealed class M2026112221_EntraObjectId : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("EntraObjectId", "Accounts", maxLength: 36, nullable: true);
        migrationBuilder.CreateIndex("IX_Accounts_EntraObjectId", "Accounts", "EntraObjectId", unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Accounts_EntraObjectId", "Accounts");
        migrationBuilder.DropColumn("EntraObjectId", "Accounts");
    }
}
