using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hongyan.Hub.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hub_accounts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    passwordhash = table.Column<string>(type: "text", nullable: true),
                    islocked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    linkhash = table.Column<byte[]>(type: "bytea", nullable: true),
                    linkexpiresat = table.Column<long>(type: "bigint", nullable: true),
                    createdat = table.Column<long>(type: "bigint", nullable: false),
                    signedinat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hub_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hub_audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actorid = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hub_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hub_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hub_keys", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hub_accounts_name",
                table: "hub_accounts",
                column: "name",
                unique: true);

            // The audit only grows; whoever wants it otherwise has to take this away first.
            migrationBuilder.Sql("""
                create function hub_audit_refuse() returns trigger language plpgsql as
                $$ begin raise exception 'hub_audit is append-only'; end $$;
                create trigger hub_audit_no_change before update or delete on hub_audit for each row execute function hub_audit_refuse();
                create trigger hub_audit_no_truncate before truncate on hub_audit for each statement execute function hub_audit_refuse();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hub_accounts");

            migrationBuilder.DropTable(
                name: "hub_audit");

            migrationBuilder.Sql("drop function hub_audit_refuse()");

            migrationBuilder.DropTable(
                name: "hub_keys");
        }
    }
}
