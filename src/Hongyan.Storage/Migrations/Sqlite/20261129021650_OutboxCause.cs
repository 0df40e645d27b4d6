using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hongyan.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutboxCause : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_bots_outbox_cause",
                table: "bots_outbox",
                column: "InboxId",
                filter: "\"InboxId\" is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_bots_outbox_cause",
                table: "bots_outbox");
        }
    }
}
