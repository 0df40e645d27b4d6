using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hongyan.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutboxReplyTo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "ReplyTo",
                table: "bots_outbox",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReplyTo",
                table: "bots_outbox");
        }
    }
}
