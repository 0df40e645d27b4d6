using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hongyan.IssueDesk.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Causes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "cause",
                table: "issuedesk_errands",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "cause",
                table: "issuedesk_drafts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "cause",
                table: "issuedesk_announcements",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_issuedesk_announcements_cause",
                table: "issuedesk_announcements",
                column: "cause");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_issuedesk_announcements_cause",
                table: "issuedesk_announcements");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "issuedesk_errands");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "issuedesk_drafts");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "issuedesk_announcements");
        }
    }
}
