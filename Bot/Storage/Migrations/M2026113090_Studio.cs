using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>
/// The articles in the database: their texts, the published sets, open drafts, what was delivered, and the record of events. The database
/// refuses to change or delete texts, sets and events.
/// </summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113090_Studio")]
internal sealed class M2026113090_Studio : Migration
{
    private static readonly string[] InsertOnly = ["KnowledgeRevisions", "KnowledgeSets", "KnowledgeEvents"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var storedText = migrationBuilder.IsNpgsql() ? "bytea" : "TEXT";
        migrationBuilder.CreateTable(
            "KnowledgeRevisions",
            table => new
            {
                Key = table.Column<string>(maxLength: 80),
                Number = table.Column<int>(),
                Path = table.Column<string>(maxLength: 120),
                Text = table.Column<byte[]>(storedText),
                Digest = table.Column<string>(maxLength: 64),
                MeaningDigest = table.Column<string>(maxLength: 12),
                BasedOn = table.Column<int>(),
                Origin = table.Column<string>(maxLength: 20),
                At = table.Column<long>(),
                ById = table.Column<string>(maxLength: 100, nullable: true),
                ByName = table.Column<string>(maxLength: 255, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeRevisions", r => new { r.Key, r.Number })
        );
        migrationBuilder.CreateIndex("IX_KnowledgeRevisions_Digest", "KnowledgeRevisions", "Digest");
        migrationBuilder.CreateTable(
            "KnowledgeSets",
            table => new
            {
                Number = table.Column<int>(),
                Digest = table.Column<string>(maxLength: 64),
                Members = table.Column<string>(),
                Origin = table.Column<string>(maxLength: 20),
                At = table.Column<long>(),
                ById = table.Column<string>(maxLength: 100, nullable: true),
                ByName = table.Column<string>(maxLength: 255, nullable: true),
                ApprovedByName = table.Column<string>(maxLength: 255, nullable: true),
                Reason = table.Column<string>(maxLength: 1000, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeSets", s => s.Number)
        );
        migrationBuilder.CreateTable(
            "KnowledgeDrafts",
            table => new
            {
                Key = table.Column<string>(maxLength: 80),
                Version = table.Column<int>(),
                Head = table.Column<int>(),
                HeadDigest = table.Column<string>(maxLength: 64),
                BasedOn = table.Column<int>(),
                State = table.Column<string>(maxLength: 20),
                Contributors = table.Column<string>(),
                Reason = table.Column<string>(maxLength: 1000, nullable: true),
                SubmittedById = table.Column<string>(maxLength: 100, nullable: true),
                ApprovedById = table.Column<string>(maxLength: 100, nullable: true),
                ApprovedByName = table.Column<string>(maxLength: 255, nullable: true),
                ApprovedDigest = table.Column<string>(maxLength: 64, nullable: true),
                PublishAt = table.Column<long>(nullable: true),
                ChangedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeDrafts", d => d.Key)
        );
        migrationBuilder.CreateTable(
            "KnowledgeDeliveries",
            table => new
            {
                Number = table.Column<int>(),
                Digest = table.Column<string>(maxLength: 64),
                Files = table.Column<string>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeDeliveries", d => d.Number)
        );
        migrationBuilder.CreateTable(
            "KnowledgeEvents",
            table => new
            {
                Number = table.Column<long>(),
                At = table.Column<long>(),
                Kind = table.Column<string>(maxLength: 30),
                ById = table.Column<string>(maxLength: 100, nullable: true),
                ByName = table.Column<string>(maxLength: 255, nullable: true),
                Key = table.Column<string>(maxLength: 80, nullable: true),
                Revision = table.Column<int>(nullable: true),
                Digest = table.Column<string>(maxLength: 64, nullable: true),
                Set = table.Column<int>(nullable: true),
                Text = table.Column<string>(maxLength: 2000, nullable: true),
                PreviousHash = table.Column<string>(maxLength: 64),
                Hash = table.Column<string>(maxLength: 64),
            },
            constraints: table => table.PrimaryKey("PK_KnowledgeEvents", e => e.Number)
        );
        migrationBuilder.CreateIndex("IX_KnowledgeEvents_Key_Number", "KnowledgeEvents", ["Key", "Number"]);
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql(
                """
                CREATE FUNCTION "Knowledge_only_grows"() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'The knowledge base only grows.'; END $$;
                """
            );
        }

        foreach (var table in InsertOnly)
        {
            ProtectRows(migrationBuilder, table);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in InsertOnly.Append("KnowledgeDrafts").Append("KnowledgeDeliveries"))
        {
            migrationBuilder.DropTable(table);
        }

        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql("DROP FUNCTION \"Knowledge_only_grows\"()");
        }
    }

    private static void ProtectRows(MigrationBuilder migrationBuilder, string table)
    {
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql(
                $"""
                CREATE TRIGGER "{table}_no_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
                FOR EACH STATEMENT EXECUTE FUNCTION "Knowledge_only_grows"();
                """
            );
            return;
        }

        foreach (var change in new[] { "UPDATE", "DELETE" })
        {
            migrationBuilder.Sql(
                $"""
                CREATE TRIGGER "{table}_no_{change}" BEFORE {change} ON "{table}"
                BEGIN SELECT RAISE(ABORT, 'The knowledge base only grows.'); END
                """
            );
        }
    }
}
