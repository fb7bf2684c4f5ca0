using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>The sessions of signed-in people.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113010_Sessions")]
internal sealed class M2026113010_Sessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Sessions",
            table => new
            {
                Id = table.Column<string>(maxLength: 32),
                AccountId = table.Column<string>(maxLength: 100),
                StartedAt = table.Column<long>(),
                LastSeenAt = table.Column<long>(),
                Address = table.Column<string>(maxLength: 64),
                Device = table.Column<string>(maxLength: 60),
            },
            constraints: table => table.PrimaryKey("PK_Sessions", s => s.Id)
        );
        migrationBuilder.CreateIndex("IX_Sessions_AccountId", "Sessions", "AccountId");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("Sessions");
}
