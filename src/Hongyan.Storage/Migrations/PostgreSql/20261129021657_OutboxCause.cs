using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hongyan.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OutboxCause : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_bots_outbox_cause",
                table: "bots_outbox",
                column: "inboxid",
                filter: "InboxId is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_bots_outbox_cause",
                table: "bots_outbox");
        }
    }
}
