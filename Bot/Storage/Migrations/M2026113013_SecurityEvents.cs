using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyAssistantBot.Storage.Migrations;

/// <summary>The security log. The database refuses updates, and deletions of events that are younger than five years.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("2026113013_SecurityEvents")]
internal sealed class M2026113013_SecurityEvents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SecurityEvents",
            table => new
            {
                Number = table.Column<long>().Numbered(),
                At = table.Column<long>(),
                Kind = table.Column<string>(maxLength: 30),
                ActorId = table.Column<string>(maxLength: 100, nullable: true),
                ActorName = table.Column<string>(maxLength: 255, nullable: true),
                Subject = table.Column<string>(maxLength: 100, nullable: true),
                Address = table.Column<string>(maxLength: 64),
                Detail = table.Column<string>(maxLength: 200, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_SecurityEvents", e => e.Number)
        );
        migrationBuilder.CreateIndex("IX_SecurityEvents_Kind_Number", "SecurityEvents", ["Kind", "Number"]);
        migrationBuilder.CreateIndex("IX_SecurityEvents_ActorId_Number", "SecurityEvents", ["ActorId", "Number"]);
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql(
                """
                CREATE FUNCTION "SecurityEvents_only_grows"() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'The security log only grows.'; END $$;
                CREATE TRIGGER "SecurityEvents_no_change" BEFORE UPDATE OR TRUNCATE ON "SecurityEvents"
                FOR EACH STATEMENT EXECUTE FUNCTION "SecurityEvents_only_grows"();
                CREATE TRIGGER "SecurityEvents_no_delete" BEFORE DELETE ON "SecurityEvents" FOR EACH ROW
                WHEN (OLD."At" > extract(epoch FROM now() - interval '1825 days') * 1000)
                EXECUTE FUNCTION "SecurityEvents_only_grows"();
                """
            );
            return;
        }

        migrationBuilder.Sql(
            """
            CREATE TRIGGER "SecurityEvents_no_UPDATE" BEFORE UPDATE ON "SecurityEvents"
            BEGIN SELECT RAISE(ABORT, 'The security log only grows.'); END
            """
        );
        migrationBuilder.Sql(
            """
            CREATE TRIGGER "SecurityEvents_no_DELETE" BEFORE DELETE ON "SecurityEvents"
            WHEN OLD."At" > unixepoch('now', '-1825 days') * 1000
            BEGIN SELECT RAISE(ABORT, 'The security log only grows.'); END
            """
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("SecurityEvents");
        if (migrationBuilder.IsNpgsql())
        {
            migrationBuilder.Sql("DROP FUNCTION \"SecurityEvents_only_grows\"()");
        }
    }
}
