using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>What the gate saw of the drafts of articles.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113091_KnowledgeGates")]
internal sealed class M2026113091_KnowledgeGates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "KnowledgeGates",
            table => new
            {
                Key = table.Column<string>(maxLength: 80),
                Digest = table.Column<string>(maxLength: 64),
                BaseSet = table.Column<int>(),
                IsPassed = table.Column<bool>(),
                Report = table.Column<string>(),
                At = table.Column<long>(),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_KnowledgeGates",
                    g => new
                    {
                        g.Key,
                        g.Digest,
                        g.BaseSet,
                    }
                )
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("KnowledgeGates");
}
