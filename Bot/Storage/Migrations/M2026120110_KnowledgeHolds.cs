using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>What the assistant is kept from answering about.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026120110_KnowledgeHolds")]
internal sealed class M2026120110_KnowledgeHolds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "KnowledgeHolds",
            table => new
            {
                Number = table.Column<int>(),
                Scope = table.Column<string>(maxLength: 20),
                Key = table.Column<string>(maxLength: 200),
                IsWithdrawal = table.Column<bool>(),
                TextVi = table.Column<string>(maxLength: 1000),
                TextEn = table.Column<string>(maxLength: 1000),
                ReplacedBy = table.Column<string>(maxLength: 80, nullable: true),
                Reason = table.Column<string>(maxLength: 1000),
                At = table.Column<long>(),
                ById = table.Column<string>(maxLength: 100),
                ByName = table.Column<string>(maxLength: 255),
                LiftReason = table.Column<string>(maxLength: 1000, nullable: true),
                LiftAskedById = table.Column<string>(maxLength: 100, nullable: true),
                LiftAskedByName = table.Column<string>(maxLength: 255, nullable: true),
                LiftedById = table.Column<string>(maxLength: 100, nullable: true),
                LiftedByName = table.Column<string>(maxLength: 255, nullable: true),
                LiftedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeHolds", h => h.Number)
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("KnowledgeHolds");
}
