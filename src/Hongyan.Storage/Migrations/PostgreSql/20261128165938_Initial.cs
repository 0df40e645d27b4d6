using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hongyan.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bots_access_tokens",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    token = table.Column<byte[]>(type: "bytea", nullable: false),
                    usableuntil = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bots_access_tokens", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "bots_dialogs",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    dialog = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<byte[]>(type: "bytea", nullable: false),
                    expiresat = table.Column<long>(type: "bigint", nullable: false),
                    remindat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bots_dialogs", x => new { x.account, x.person });
                });

            migrationBuilder.CreateTable(
                name: "bots_inbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    receivedat = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    handover = table.Column<int>(type: "integer", nullable: false),
                    raw = table.Column<byte[]>(type: "bytea", nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    finishedat = table.Column<long>(type: "bigint", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true),
                    node = table.Column<string>(type: "text", nullable: true),
                    watched = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bots_inbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bots_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    expiresat = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bots_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "bots_nodes",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    expiresat = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bots_nodes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bots_outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    replyto = table.Column<byte[]>(type: "bytea", nullable: true),
                    createdat = table.Column<long>(type: "bigint", nullable: false),
                    notbefore = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    errorcode = table.Column<int>(type: "integer", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    messageid = table.Column<string>(type: "text", nullable: true),
                    finishedat = table.Column<long>(type: "bigint", nullable: true),
                    inboxid = table.Column<long>(type: "bigint", nullable: true),
                    node = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bots_outbox", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bots_inbox_hash_account",
                table: "bots_inbox",
                columns: new[] { "hash", "account" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bots_inbox_pending",
                table: "bots_inbox",
                columns: new[] { "account", "person", "id" },
                filter: "State = 0");

            migrationBuilder.CreateIndex(
                name: "ix_bots_inbox_unfinished",
                table: "bots_inbox",
                column: "state",
                filter: "State <> 1");

            migrationBuilder.CreateIndex(
                name: "ix_bots_inbox_waiting",
                table: "bots_inbox",
                column: "handover",
                filter: "HandOver = 3");

            migrationBuilder.CreateIndex(
                name: "ix_bots_outbox_open",
                table: "bots_outbox",
                columns: new[] { "account", "person", "id" },
                filter: "State < 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bots_access_tokens");

            migrationBuilder.DropTable(
                name: "bots_dialogs");

            migrationBuilder.DropTable(
                name: "bots_inbox");

            migrationBuilder.DropTable(
                name: "bots_leases");

            migrationBuilder.DropTable(
                name: "bots_nodes");

            migrationBuilder.DropTable(
                name: "bots_outbox");
        }
    }
}
