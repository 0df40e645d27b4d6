using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Hongyan.IssueDesk.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "issuedesk_demo_issues",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    project = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    marker = table.Column<string>(type: "text", nullable: false),
                    issuetype = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    reporter = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    createdat = table.Column<long>(type: "bigint", nullable: false),
                    changedat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_demo_issues", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_drafts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    marker = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    route = table.Column<string>(type: "text", nullable: false),
                    project = table.Column<string>(type: "text", nullable: false),
                    issuetype = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<string>(type: "text", nullable: true),
                    labels = table.Column<string>(type: "text", nullable: false),
                    isrestricted = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: true),
                    askedfield = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    question = table.Column<int>(type: "integer", nullable: false),
                    offered = table.Column<string>(type: "text", nullable: true),
                    offeredroute = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    strays = table.Column<int>(type: "integer", nullable: false),
                    createdat = table.Column<long>(type: "bigint", nullable: false),
                    remindat = table.Column<long>(type: "bigint", nullable: true),
                    expiresat = table.Column<long>(type: "bigint", nullable: false),
                    confirmedat = table.Column<long>(type: "bigint", nullable: true),
                    postedat = table.Column<long>(type: "bigint", nullable: true),
                    retryat = table.Column<long>(type: "bigint", nullable: true),
                    leaseduntil = table.Column<long>(type: "bigint", nullable: true),
                    createdissueat = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    issuekey = table.Column<string>(type: "text", nullable: true),
                    issueurl = table.Column<string>(type: "text", nullable: true),
                    trackerreporter = table.Column<string>(type: "text", nullable: true),
                    issuestate = table.Column<string>(type: "text", nullable: true),
                    istakenback = table.Column<bool>(type: "boolean", nullable: false),
                    lasterror = table.Column<string>(type: "text", nullable: true),
                    responsecode = table.Column<string>(type: "text", nullable: true),
                    responsecodeuntil = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_errands",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    issuekey = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    isdone = table.Column<bool>(type: "boolean", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    notbefore = table.Column<long>(type: "bigint", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_errands", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_people",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    userid = table.Column<string>(type: "text", nullable: false),
                    welcomedon = table.Column<string>(type: "text", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    jokes = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    isunmapped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_people", x => new { x.account, x.userid });
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_settings",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                    issecret = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    changedat = table.Column<long>(type: "bigint", nullable: false),
                    changedby = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_settings", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_demo_comments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    issuekey = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    createdat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_demo_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_issuedesk_demo_comments_issuedesk_demo_issues_issuekey",
                        column: x => x.issuekey,
                        principalTable: "issuedesk_demo_issues",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_demo_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    issuekey = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    contenttype = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_demo_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_issuedesk_demo_files_issuedesk_demo_issues_issuekey",
                        column: x => x.issuekey,
                        principalTable: "issuedesk_demo_issues",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_announcements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    draftid = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    notbefore = table.Column<long>(type: "bigint", nullable: false),
                    finishedat = table.Column<long>(type: "bigint", nullable: true),
                    errorcode = table.Column<int>(type: "integer", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    messageid = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_announcements", x => x.id);
                    table.ForeignKey(
                        name: "fk_issuedesk_announcements_issuedesk_drafts_draftid",
                        column: x => x.draftid,
                        principalTable: "issuedesk_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_attachments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    draftid = table.Column<long>(type: "bigint", nullable: false),
                    mediaid = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    notbefore = table.Column<long>(type: "bigint", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_issuedesk_attachments_issuedesk_drafts_draftid",
                        column: x => x.draftid,
                        principalTable: "issuedesk_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_draft_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    draftid = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuedesk_draft_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_issuedesk_draft_changes_issuedesk_drafts_draftid",
                        column: x => x.draftid,
                        principalTable: "issuedesk_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_announcements_draftid",
                table: "issuedesk_announcements",
                column: "draftid");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_announcements_state",
                table: "issuedesk_announcements",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_attachments_draftid",
                table: "issuedesk_attachments",
                column: "draftid");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_demo_comments_issuekey",
                table: "issuedesk_demo_comments",
                column: "issuekey");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_demo_files_issuekey",
                table: "issuedesk_demo_files",
                column: "issuekey");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_demo_issues_marker",
                table: "issuedesk_demo_issues",
                column: "marker",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_draft_changes_draftid",
                table: "issuedesk_draft_changes",
                column: "draftid");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_drafts_account_person_id",
                table: "issuedesk_drafts",
                columns: new[] { "account", "person", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_drafts_issuekey",
                table: "issuedesk_drafts",
                column: "issuekey");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_drafts_marker",
                table: "issuedesk_drafts",
                column: "marker",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_drafts_status",
                table: "issuedesk_drafts",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_errands_isdone",
                table: "issuedesk_errands",
                column: "isdone");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "issuedesk_announcements");

            migrationBuilder.DropTable(
                name: "issuedesk_attachments");

            migrationBuilder.DropTable(
                name: "issuedesk_demo_comments");

            migrationBuilder.DropTable(
                name: "issuedesk_demo_files");

            migrationBuilder.DropTable(
                name: "issuedesk_draft_changes");

            migrationBuilder.DropTable(
                name: "issuedesk_errands");

            migrationBuilder.DropTable(
                name: "issuedesk_people");

            migrationBuilder.DropTable(
                name: "issuedesk_settings");

            migrationBuilder.DropTable(
                name: "issuedesk_demo_issues");

            migrationBuilder.DropTable(
                name: "issuedesk_drafts");
        }
    }
}
