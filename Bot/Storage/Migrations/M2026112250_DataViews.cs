using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>The log of views of cases. The table is append-only: the database itself refuses updates and deletions.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026112250_DataViews")]
internal sealed class M2026112250_DataViews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "DataViews",
            table => new
            {
                Number = table.Column<long>().Numbered(),
                At = table.Column<long>(),
                AccountId = table.Column<string>(maxLength: 100),
                AccountName = table.Column<string>(maxLength: 255),
                CaseNumber = table.Column<string>(maxLength: 24),
                What = table.Column<string>(maxLength: 20),
            },
            constraints: table => table.PrimaryKey("PK_DataViews", v => v.Number)
        );
        migrationBuilder.CreateIndex("IX_DataViews_CaseNumber_Number", "DataViews", ["CaseNumber", "Number"]);
        migrationBuilder.CreateIndex("IX_DataViews_AccountId_Number", "DataViews", ["AccountId", "Number"]);
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql(
                """
                CREATE FUNCTION "DataViews_only_grows"() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'The log of views only grows.'; END $$;
                CREATE TRIGGER "DataViews_no_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DataViews"
                FOR EACH STATEMENT EXECUTE FUNCTION "DataViews_only_grows"();
                """
            );
            return;
        }

        foreach (var change in new[] { "UPDATE", "DELETE" })
        {
            migrationBuilder.Sql(
                $"""
                CREATE TRIGGER "DataViews_no_{change}" BEFORE {change} ON "DataViews"
                BEGIN SELECT RAISE(ABORT, 'The log of views only grows.'); END
                """
            );
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("DataViews");
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql("DROP FUNCTION \"DataViews_only_grows\"()");
        }
    }
}
