using Hongyan.Hub.Tests.Fakes;
using Hongyan.Server.Tests;

namespace Hongyan.Hub.Tests;

public sealed class SetupTests
{
    [Fact]
    public async Task Link_AtTheFirstStart_IsInAFileForNobodyElse()
    {
        await using var running = await RunningConsole.StartAsync();

        Assert.StartsWith("/console/setup?token=", await running.SetupPathAsync(), StringComparison.Ordinal);
        Assert.Contains(running.LinkFile, running.StartText, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", running.StartText, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(running.LinkFile));
    }

    [Fact]
    public async Task Link_Used_MakesAnAdministratorAndIsGone()
    {
        await using var running = await RunningConsole.StartAsync();
        var path = await running.SetupPathAsync();

        using var administrator = await running.VisitAsAdministratorAsync();

        Assert.Equal(200, (await administrator.GetAsync("/console/accounts")).Status);
        Assert.False(File.Exists(running.LinkFile));
        Assert.DoesNotContain("setup-link", running.StartText, StringComparison.Ordinal);
        using var second = running.Visit();
        var again = await second.GetAsync(path);
        Assert.Equal(410, again.Status);
        Assert.Contains("已经用过", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_UsedByTwoAtOnce_MakesOneAdministrator()
    {
        await using var running = await RunningConsole.StartAsync();
        var path = await running.SetupPathAsync();
        using var slow = running.Visit();
        var form = PageClient.HiddenFieldsOf(await slow.GetAsync(path), "setup", path);
        using var quick = await running.VisitAsAdministratorAsync();

        var late = await slow.PostAsync(path, new(form) { ["name"] = "intruder", ["password"] = Passwords.Good, ["repeated"] = Passwords.Good });

        // The form is gone with the link.
        Assert.Equal(400, late.Status);
        Assert.DoesNotContain("intruder", (await quick.GetAsync("/console/accounts")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ADayOld_HasExpiredAndTheNextStartWritesAnother()
    {
        using var data = new DataFolder { IsKept = true };
        string first;
        await using (var running = await RunningConsole.StartAsync(data, "Production"))
        {
            first = await running.SetupPathAsync();
            running.Time.Advance(TimeSpan.FromHours(24));
            using var client = running.Visit();
            var page = await client.GetAsync(first);
            Assert.Equal(410, page.Status);
            Assert.Contains("链接过期了", page.Html, StringComparison.Ordinal);
        }
        await using (var running = await RunningConsole.StartAsync(data, "Production"))
        {
            Assert.NotEqual(first, await running.SetupPathAsync());
            using var administrator = await running.VisitAsAdministratorAsync();
        }
        await using (var running = await RunningConsole.StartAsync(data, "Production"))
            Assert.False(File.Exists(running.LinkFile));
        data.Delete();
    }

    [Theory]
    [InlineData("short", "short", "密码至少 10 个字符")]
    [InlineData("admin123456", "admin123456", "密码太容易猜")]
    [InlineData("aaaaaaaaaaaa", "aaaaaaaaaaaa", "密码太容易猜")]
    [InlineData(Passwords.Good, Passwords.Other, "两次输入的新密码不一样")]
    public async Task Password_ThatWillNotDo_IsRefusedAndTheLinkStays(string password, string repeated, string sentence)
    {
        await using var running = await RunningConsole.StartAsync();
        using var client = running.Visit();

        var page = await client.PostAsync(await running.SetupPathAsync(), "setup", new() { ["name"] = "admin", ["password"] = password, ["repeated"] = repeated });

        Assert.Equal(200, page.Status);
        Assert.Contains(sentence, page.Html, StringComparison.Ordinal);
        Assert.True(File.Exists(running.LinkFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("<script>")]
    public async Task Name_ThatWillNotDo_IsRefused(string name)
    {
        await using var running = await RunningConsole.StartAsync();
        using var client = running.Visit();

        var page = await client.PostAsync(await running.SetupPathAsync(), "setup", new() { ["name"] = name, ["password"] = Passwords.Good, ["repeated"] = Passwords.Good });

        Assert.Contains("用户名是 1–64 个", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
    }
}
