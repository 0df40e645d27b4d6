using Hongyan.Storage.PostgreSql;
using Npgsql;

namespace Hongyan.Storage.Tests.PostgreSql;

public sealed class PostgreSqlDatabaseTests
{
    [Theory]
    [InlineData("Host=db", GssEncryptionMode.Disable)]
    [InlineData("Host=db;GSS Encryption Mode=Prefer", GssEncryptionMode.Disable)]
    [InlineData("Host=db;GSS Encryption Mode=Require", GssEncryptionMode.Require)]
    public void KeepingTime_KerberosThatIsNotRequired_IsOff(string connectionString, GssEncryptionMode mode)
    {
        var kept = new NpgsqlConnectionStringBuilder(PostgreSqlDatabase.KeepingTime(connectionString));

        Assert.Equal(mode, kept.GssEncryptionMode);
        Assert.Equal("db", kept.Host);
    }

    [Fact]
    public void KeepingTime_Unreadable_IsLeftToWhoReportsIt()
    {
        Assert.Equal("nonsense", PostgreSqlDatabase.KeepingTime("nonsense"));
    }
}
