using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>What editors typed and have not saved yet.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026120120_KnowledgeUnsaved")]
internal sealed class M2026120120_KnowledgeUnsaved : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "KnowledgeUnsaved",
            table => new
            {
                Key = table.Column<string>(maxLength: 80),
                PersonId = table.Column<string>(maxLength: 100),
                Version = table.Column<int>(),
                Head = table.Column<int>(),
                Fields = table.Column<string>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeUnsaved", u => new { u.Key, u.PersonId })
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("KnowledgeUnsaved");
}
