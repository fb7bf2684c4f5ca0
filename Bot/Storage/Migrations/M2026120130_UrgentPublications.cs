using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>Single changes of answers that a publisher accepted, and publications that a second person looks at afterwards.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026120130_UrgentPublications")]
internal sealed class M2026120130_UrgentPublications : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Accepted", "KnowledgeDrafts", defaultValue: "[]");
        migrationBuilder.CreateTable(
            "KnowledgeUrgent",
            table => new
            {
                Set = table.Column<int>(),
                Key = table.Column<string>(maxLength: 80),
                Before = table.Column<int>(),
                Revision = table.Column<int>(),
                Contributors = table.Column<string>(),
                Reason = table.Column<string>(maxLength: 1000),
                At = table.Column<long>(),
                ById = table.Column<string>(maxLength: 100),
                ByName = table.Column<string>(maxLength: 255),
                DueAt = table.Column<long>(),
                ReviewedById = table.Column<string>(maxLength: 100, nullable: true),
                ReviewedByName = table.Column<string>(maxLength: 255, nullable: true),
                ReviewedAt = table.Column<long>(nullable: true),
                MailedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeUrgent", u => u.Set)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("KnowledgeUrgent");
        migrationBuilder.DropColumn("Accepted", "KnowledgeDrafts");
    }
}
