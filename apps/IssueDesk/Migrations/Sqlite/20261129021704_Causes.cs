using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hongyan.IssueDesk.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Causes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Cause",
                table: "issuedesk_errands",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Cause",
                table: "issuedesk_drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Cause",
                table: "issuedesk_announcements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_issuedesk_announcements_Cause",
                table: "issuedesk_announcements",
                column: "Cause");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_issuedesk_announcements_Cause",
                table: "issuedesk_announcements");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "issuedesk_errands");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "issuedesk_drafts");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "issuedesk_announcements");
        }
    }
}
