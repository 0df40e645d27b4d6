using System.Text;
using Hongyan.Cli.Migrating;
using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Sqlite;
using Hongyan.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hongyan.Cli.Tests.Migrating;

public sealed class MigrateDataTests : IDisposable
{
    private const int Messages = 2_345;

    private readonly string _folder = Directory.CreateTempSubdirectory("hongyan-migrate-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string SourceFile => Path.Combine(_folder, "hongyan.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task MigrateData_EveryTable_ArrivesWholeAndNewRowsComeBehind()
    {
        await MakeSourceAsync();
        var target = await PreparedTargetAsync();

        var run = await RunAsync(target);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"bots_inbox\t{Messages}\t{Messages}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("bots_outbox\t2\t2\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("bots_dialogs\t1\t1\n", run.Output, StringComparison.Ordinal);
        await using var connection = await OpenAsync(target);
        Assert.Equal(
            "7|demo|张三 👍|TextMessage|1700000000007|1|3|no such thing",
            await ScalarAsync(connection, "select concat_ws('|', id, account, person, kind, receivedat, state, handover, failure) from bots_inbox where id = 7"));
        Assert.Equal(Hash(7), await ScalarAsync(connection, "select hash from bots_inbox where id = 7"));
        Assert.Equal(DBNull.Value, await ScalarAsync(connection, "select raw from bots_inbox where id = 7"));
        // The character that PostgreSQL has no place for is all that is lost.
        Assert.Equal("ab", await ScalarAsync(connection, "select person from bots_outbox where id = 2"));
        Assert.Equal((long)Messages + 1, await ScalarAsync(connection, "insert into bots_inbox (account, hash, person, kind, receivedat, state, fence, handover) values ('a', 'h', 'p', 'k', 0, 0, 0, 0) returning id"));
    }

    [Fact]
    public async Task MigrateData_StoppedInTheMiddle_GoesOnWhereItWas()
    {
        await MakeSourceAsync();
        var target = await PreparedTargetAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using (var source = SqliteSource.Open(SourceFile))
        {
            await using var opened = await PostgreSqlTarget.OpenAsync(target, Cancelled);
            using var progress = new StoppingWriter("bots_inbox", stop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DataMigration(source, opened, progress).RunAsync(keys: null, stop.Token));
        }
        await using (var connection = await OpenAsync(target))
            Assert.Equal(1000L, await ScalarAsync(connection, "select count(*) from bots_inbox"));

        var run = await RunAsync(target);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("接着上次停下的地方搬", run.Error, StringComparison.Ordinal);
        Assert.Contains($"bots_inbox\t{Messages}\t{Messages}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("上次已经搬完", (await RunAsync(target)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateData_ServerWasKilled_BringsWhatIsInTheWalAndLeavesTheFilesAlone()
    {
        await MakeSourceAsync();
        var left = Path.Combine(_folder, "killed.db");
        await using (var server = new SqliteConnection($"Data Source={SourceFile};Pooling=false"))
        {
            await server.OpenAsync(Cancelled);
            await using var write = server.CreateCommand();
            write.CommandText = "delete from bots_inbox where Id > 3; update bots_inbox set Person = 'lisi'";
            await write.ExecuteNonQueryAsync(Cancelled);
            // As a kill leaves them: what was committed last is in -wal only.
            File.Copy(SourceFile, left);
            File.Copy(SourceFile + "-wal", left + "-wal");
        }
        var (before, beforeWal) = (await File.ReadAllBytesAsync(left, Cancelled), await File.ReadAllBytesAsync(left + "-wal", Cancelled));
        var target = await PreparedTargetAsync();

        var run = await RunAsync(target, left);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("bots_inbox\t3\t3\n", run.Output, StringComparison.Ordinal);
        await using var connection = await OpenAsync(target);
        Assert.Equal(3L, await ScalarAsync(connection, "select count(*) from bots_inbox where person = 'lisi'"));
        Assert.NotEmpty(beforeWal);
        Assert.Equal(before, await File.ReadAllBytesAsync(left, Cancelled));
        Assert.Equal(beforeWal, await File.ReadAllBytesAsync(left + "-wal", Cancelled));
    }

    [Fact]
    public async Task MigrateData_SomebodyWroteMeanwhile_IsSaid()
    {
        await MakeSourceAsync();
        var target = await PreparedTargetAsync();
        Assert.Equal(0, (await RunAsync(target)).ExitCode);
        await using (var connection = await OpenAsync(target))
            await ScalarAsync(connection, "delete from bots_inbox where id = 5");

        var run = await RunAsync(target);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("两边的行数不一样", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateData_TargetWithDataOfItsOwn_IsLeftAlone()
    {
        await MakeSourceAsync();
        var target = await PreparedTargetAsync();
        await using (var connection = await OpenAsync(target))
            await ScalarAsync(connection, "insert into bots_access_tokens (key, token, usableuntil) values ('k', 't', 0)");

        var run = await RunAsync(target);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bots_access_tokens 表里已经有 1 行", run.Error, StringComparison.Ordinal);
        await using var after = await OpenAsync(target);
        Assert.Equal(0L, await ScalarAsync(after, "select count(*) from bots_inbox"));
    }

    [Fact]
    public async Task MigrateData_TargetThatNoServerPrepared_SaysWhatToDo()
    {
        await MakeSourceAsync();

        var run = await RunAsync(await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync());

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("先用 Storage:Provider=PostgreSql 启动一次服务器", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateData_TargetOfOtherData_IsLeftAlone()
    {
        await MakeSourceAsync();
        var target = await PreparedTargetAsync();
        Assert.Equal(0, (await RunAsync(target)).ExitCode);
        var other = Path.Combine(_folder, "other.db");
        File.Copy(SourceFile, other);

        var run = await RunAsync(target, other);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("从别处", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateData_TargetOfAnotherVersion_IsNamed()
    {
        await MakeSourceAsync();
        var target = await PreparedTargetAsync();
        await using (var connection = await OpenAsync(target))
            await ScalarAsync(connection, "alter table bots_outbox drop column messageid");

        var run = await RunAsync(target);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bots_outbox 表没有 MessageId 这一列", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateData_ServerStillHasTheFile_IsRefused()
    {
        await MakeSourceAsync();
        await using var held = new FileStream(SourceFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var run = await RunAsync("Host=127.0.0.1;Port=1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("先停下服务器", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "没有")]
    [InlineData("no database, but long enough to be looked at: it has more than sixteen bytes", "读不了")]
    [InlineData("", "不是鸿雁的数据库")]
    public async Task MigrateData_SourceThatIsNone_IsSaid(string? content, string expected)
    {
        if (content is not null)
            await File.WriteAllTextAsync(SourceFile, content, Cancelled);

        var run = await RunAsync("Host=127.0.0.1;Port=1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=a;Password=verysecret", 4, "没有搬完")]
    [InlineData("Nonsense=1;Password=verysecret", 2, "连接字符串读不懂")]
    [InlineData("Database=hongyan;Password=verysecret", 2, "连接字符串读不懂")]
    public async Task MigrateData_TargetThatIsNone_IsSaidWithoutThePassword(string target, int exitCode, string expected)
    {
        await MakeSourceAsync();

        var run = await RunAsync(target);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", run.Error + run.Output, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(string target, string? source = null) => CommandRun.OfAsync(["migrate-data", "--from", source ?? SourceFile, "--to", target]);

    private async Task MakeSourceAsync()
    {
        await using (var context = SqliteStorageContext.For($"Data Source={SourceFile};Pooling=false"))
            await context.Database.MigrateAsync(Cancelled);
        await using var connection = new SqliteConnection($"Data Source={SourceFile};Pooling=false");
        await connection.OpenAsync(Cancelled);
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.CommandText = """
            insert into bots_inbox (Account, Hash, Person, Kind, ReceivedAt, State, Fence, HandOver, Raw, Failure)
            values ('demo', $hash, '张三 👍', 'TextMessage', 1700000000000 + $number, 1, 1, 3, case when $number % 7 = 0 then null else $hash end, 'no such thing')
            """;
        for (var number = 1; number <= Messages; number++)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$number", number);
            insert.Parameters.AddWithValue("$hash", Hash(number));
            await insert.ExecuteNonQueryAsync(Cancelled);
        }
        insert.Parameters.Clear();
        insert.CommandText = """
            insert into bots_outbox (Account, Person, Kind, CreatedAt, NotBefore, Attempts, State) values ('demo', 'zhangsan', 'text', 1, 1, 0, 2), ('demo', 'a' || char(0) || 'b', 'text', 1, 1, 0, 2);
            insert into bots_dialogs (Account, Person, Dialog, Step, State, ExpiresAt) values ('demo', 'zhangsan', 'D', 'S', x'00ff', 1);
            """;
        await insert.ExecuteNonQueryAsync(Cancelled);
        await transaction.CommitAsync(Cancelled);
    }

    private static async Task<string> PreparedTargetAsync()
    {
        var target = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await using var context = PostgreSqlStorageContext.For(target);
        await context.Database.MigrateAsync(Cancelled);
        return target;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string target)
    {
        var connection = new NpgsqlConnection(target + ";Pooling=false");
        await connection.OpenAsync(Cancelled);
        return connection;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancelled);
    }

    private static byte[] Hash(int number)
    {
        var hash = new byte[32];
        BitConverter.TryWriteBytes(hash, number);
        return hash;
    }

    /// <summary>Stops the copy in the middle of a table.</summary>
    private sealed class StoppingWriter(string table, CancellationTokenSource stop) : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override async Task WriteLineAsync(string? value)
        {
            if (value?.StartsWith(table, StringComparison.Ordinal) == true)
                await stop.CancelAsync();
        }
    }
}
