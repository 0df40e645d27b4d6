using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hongyan.IssueDesk.Migrations.Sqlite
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Project = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Marker = table.Column<string>(type: "TEXT", nullable: false),
                    IssueType = table.Column<string>(type: "TEXT", nullable: false),
                    Priority = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Reporter = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_demo_issues", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_drafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Marker = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", nullable: false),
                    Project = table.Column<string>(type: "TEXT", nullable: false),
                    IssueType = table.Column<string>(type: "TEXT", nullable: false),
                    Priority = table.Column<string>(type: "TEXT", nullable: true),
                    Labels = table.Column<string>(type: "TEXT", nullable: false),
                    IsRestricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: true),
                    AskedField = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    Offered = table.Column<string>(type: "TEXT", nullable: true),
                    OfferedRoute = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Strays = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemindAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedIssueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    IssueKey = table.Column<string>(type: "TEXT", nullable: true),
                    IssueUrl = table.Column<string>(type: "TEXT", nullable: true),
                    TrackerReporter = table.Column<string>(type: "TEXT", nullable: true),
                    IssueState = table.Column<string>(type: "TEXT", nullable: true),
                    IsTakenBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    ResponseCode = table.Column<string>(type: "TEXT", nullable: true),
                    ResponseCodeUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_errands",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    IssueKey = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_errands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_people",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    WelcomedOn = table.Column<string>(type: "TEXT", nullable: true),
                    City = table.Column<string>(type: "TEXT", nullable: true),
                    Jokes = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    IsUnmapped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_people", x => new { x.Account, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_demo_comments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IssueKey = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_demo_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_issuedesk_demo_comments_issuedesk_demo_issues_IssueKey",
                        column: x => x.IssueKey,
                        principalTable: "issuedesk_demo_issues",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_demo_files",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IssueKey = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_demo_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_issuedesk_demo_files_issuedesk_demo_issues_IssueKey",
                        column: x => x.IssueKey,
                        principalTable: "issuedesk_demo_issues",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_announcements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DraftId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ErrorCode = table.Column<int>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_announcements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_issuedesk_announcements_issuedesk_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "issuedesk_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issuedesk_attachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DraftId = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issuedesk_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_issuedesk_attachments_issuedesk_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "issuedesk_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_announcements_DraftId",
                table: "issuedesk_announcements",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_announcements_State",
                table: "issuedesk_announcements",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_attachments_DraftId",
                table: "issuedesk_attachments",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_demo_comments_IssueKey",
                table: "issuedesk_demo_comments",
                column: "IssueKey");

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_demo_files_IssueKey",
                table: "issuedesk_demo_files",
                column: "IssueKey");

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_demo_issues_Marker",
                table: "issuedesk_demo_issues",
                column: "Marker",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_drafts_Account_Person_Id",
                table: "issuedesk_drafts",
                columns: new[] { "Account", "Person", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_drafts_IssueKey",
                table: "issuedesk_drafts",
                column: "IssueKey");

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_drafts_Marker",
                table: "issuedesk_drafts",
                column: "Marker",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_drafts_Status",
                table: "issuedesk_drafts",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_errands_IsDone",
                table: "issuedesk_errands",
                column: "IsDone");
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
                name: "issuedesk_errands");

            migrationBuilder.DropTable(
                name: "issuedesk_people");

            migrationBuilder.DropTable(
                name: "issuedesk_drafts");

            migrationBuilder.DropTable(
                name: "issuedesk_demo_issues");
        }
    }
}
