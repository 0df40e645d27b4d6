using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Hongyan.Server.Tests.Push;

/// <summary>A push from a program to a person's screen, over the server, its outbox and the simulator.</summary>
public sealed class PushTests(PushServer server) : IClassFixture<PushServer>
{
    private const string Zhangsan = "/sim/apps/demo/members/zhangsan/conversation";
    private const string Lisi = "/sim/apps/demo/members/lisi/conversation";
    private const string Group = "/sim/groups/wrproject000000000000000000000001/conversation";

    [Fact]
    public async Task Push_TextToMembers_IsAcceptedAndArrivesByTheOutbox()
    {
        var reply = await server.PostAsync("/push/demo", """{"to":["zhangsan","lisi"],"content":"磁盘满了"}""");

        Assert.Equal((202, "accepted", 2), (reply.Status, (string?)reply.Json["state"], (int?)reply.Json["recipients"]));
        Assert.Matches("^[0-9a-f]{32}$", (string?)reply.Json["id"]);
        Assert.Equal("text", (string?)(await PushServer.UntilAsync(server.Running, Zhangsan, entry => (string?)entry["content"] == "磁盘满了"))["type"]);
        await PushServer.UntilAsync(server.Running, Lisi, entry => (string?)entry["content"] == "磁盘满了");
    }

    [Fact]
    public async Task Push_MarkdownToADepartment_IsSentBeforeTheAnswer()
    {
        var reply = await server.PostAsync("/push/demo", """{"party":1,"type":"markdown","content":"**发布完成**"}""");

        Assert.Equal((200, "sent"), (reply.Status, (string?)reply.Json["state"]));
        Assert.NotEmpty((string?)reply.Json["messageId"] ?? "");
        Assert.Equal("markdown", (string?)(await PushServer.UntilAsync(server.Running, Lisi, entry => ((string?)entry["content"])!.Contains("发布完成", StringComparison.Ordinal)))["type"]);
    }

    [Fact]
    public async Task Push_CardToSomeWhoDoNotExist_SaysWho()
    {
        var reply = await server.PostAsync("/push/demo", """{"to":"zhangsan|nobody","type":"textcard","title":"停电","content":"今晚八点","url":"https://example.com"}""");

        Assert.Equal((200, "partial", "user:nobody"), (reply.Status, (string?)reply.Json["state"], (string?)reply.Json["notReached"]![0]));
    }

    [Fact]
    public async Task Push_Robot_WritesInTheGroup()
    {
        var reply = await server.PostAsync("/push/demo", """{"robot":"notice","content":"构建失败"}""");

        Assert.Equal((200, "sent"), (reply.Status, (string?)reply.Json["state"]));
        await PushServer.UntilAsync(server.Running, Group, entry => (string?)entry["content"] == "构建失败");
    }

    [Fact]
    public async Task Push_FollowerOfAnOfficialAccount_ArrivesAsACustomerMessage()
    {
        var people = JsonNode.Parse(await server.Running.Simulator.GetStringAsync("/sim/official-accounts/oa/people", TestContext.Current.CancellationToken))!.AsArray();
        var follower = (string?)people[0]!["openId"];
        using var said = await server.Running.Simulator.PostAsync($"/sim/official-accounts/oa/people/{follower}/messages?wait=true",
            new StringContent("""{"type":"text","content":"你好"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        var reply = await server.PostAsync("/push/oa", $$"""{"openid":"{{follower}}","content":"成绩出来了"}""");

        Assert.Equal(202, reply.Status);
        await PushServer.UntilAsync(server.Running, $"/sim/official-accounts/oa/people/{follower}/conversation", entry => (string?)entry["content"] == "成绩出来了");
    }

    [Theory]
    [InlineData("""{"to":"zhangsan","content":"只有一遍 {0}"}""", 202, Zhangsan)]
    [InlineData("""{"robot":"notice","content":"只有一遍 {0}"}""", 200, Group)]
    public async Task Push_SameNameTwice_IsSentOnceAndAnsweredTheSame(string template, int status, string conversation)
    {
        var word = Guid.NewGuid().ToString("N");
        var body = template.Replace("{0}", word, StringComparison.Ordinal);

        var first = await server.PostAsync("/push/demo", body, claim: word);
        var second = await server.PostAsync("/push/demo", body, claim: word);
        var other = await server.PostAsync("/push/demo", body.Replace("一遍", "两遍", StringComparison.Ordinal), claim: word);

        Assert.Equal((status, status), (first.Status, second.Status));
        Assert.Equal(first.Json.ToJsonString(), second.Json.ToJsonString());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.True(second.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal((422, "key_reused"), (other.Status, (string?)other.Json["code"]));
        await PushServer.UntilAsync(server.Running, conversation, entry => ((string?)entry["content"])!.Contains(word, StringComparison.Ordinal));
        Assert.Equal(1, await PushServer.CountAsync(server.Running, conversation, $"只有一遍 {word}"));
    }

    [Fact]
    public async Task Push_SameNameAtTheSameTime_IsSentOnce()
    {
        var word = Guid.NewGuid().ToString("N");
        var body = $$"""{"to":"zhangsan","content":"{{word}}"}""";

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.PostAsync("/push/demo", body, claim: word)));

        Assert.All(replies, reply => Assert.Equal(202, reply.Status));
        Assert.Single(replies.Select(reply => (string?)reply.Json["id"]).Distinct());
        await server.PostAsync("/push/demo", """{"to":"zhangsan","content":"之后的"}""");
        await PushServer.UntilAsync(server.Running, Zhangsan, entry => (string?)entry["content"] == "之后的");
        Assert.Equal(1, await PushServer.CountAsync(server.Running, Zhangsan, word));
    }

    [Fact]
    public async Task Push_PlatformRefusesForNow_CanComeAgainUnderTheSameName()
    {
        await FailAsync("""[{"path":"/cgi-bin/message/send","errCode":45009,"times":1}]""");
        const string Body = """{"tag":"1","party":"1","type":"markdown","content":"**再来一次**"}""";

        var first = await server.PostAsync("/push/demo", Body, claim: "again");
        var second = await server.PostAsync("/push/demo", Body, claim: "again");

        Assert.Equal((503, "try_later", 45009), (first.Status, (string?)first.Json["code"], (int?)first.Json["errcode"]));
        Assert.Equal("60", first.Headers.GetValues("Retry-After").Single());
        Assert.Equal(200, second.Status);
    }

    [Fact]
    public async Task Push_NobodyCanBeReached_IsRefusedWithCodeAndHint()
    {
        var reply = await server.PostAsync("/push/demo", """{"party":999,"type":"markdown","content":"x"}""");

        Assert.Equal((422, "refused", 81013), (reply.Status, (string?)reply.Json["code"], (int?)reply.Json["errcode"]));
        Assert.Contains("可见范围", (string?)reply.Json["hint"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_ServerIsStartedAgain_StillKnowsTheName()
    {
        var kept = new DataFolder { IsKept = true };
        const string Body = """{"to":"zhangsan","content":"重启之前"}""";
        PushReply first;
        await using (var before = await RunningServer.StartAsync(kept))
        {
            first = await PushServer.PostAsync(before, "/push/demo", Body, claim: "restart");
            // What is not sent by then, the next one sends.
            await PushServer.UntilAsync(before, Zhangsan, entry => (string?)entry["content"] == "重启之前");
        }
        await using (var after = await RunningServer.StartAsync(kept))
        {
            var second = await PushServer.PostAsync(after, "/push/demo", Body, claim: "restart");

            Assert.Equal((202, first.Json.ToJsonString()), (second.Status, second.Json.ToJsonString()));
            Assert.Equal(0, await PushServer.CountAsync(after, Zhangsan, "重启之前"));
        }
        kept.Delete();
    }

    [Fact]
    public async Task Push_WithoutAStore_WorksUntilTheProcessEnds()
    {
        await using var running = await RunningServer.StartAsync("--Storage:Provider=Memory");
        const string Body = """{"to":"zhangsan","content":"内存里"}""";

        var first = await PushServer.PostAsync(running, "/push/demo", Body, claim: "memory");
        var second = await PushServer.PostAsync(running, "/push/demo", Body, claim: "memory");

        Assert.Equal((202, 202), (first.Status, second.Status));
        await PushServer.UntilAsync(running, Zhangsan, entry => (string?)entry["content"] == "内存里");
        Assert.Equal(1, await PushServer.CountAsync(running, Zhangsan, "内存里"));
    }

    [Fact]
    public async Task Push_StoreIsLocked_IsRefusedAndNothingIsSent()
    {
        var kept = new DataFolder { IsKept = true };
        await using (var running = await RunningServer.StartAsync(kept, "--Storage:BusyTimeout=00:00:01"))
        {
            using (var other = new SqliteConnection($"Data Source={kept.Combine("hongyan.db")};Pooling=false"))
            {
                other.Open();
                using var writing = other.BeginTransaction();
                var refused = await PushServer.PostAsync(running, "/push/demo", """{"robot":"notice","content":"锁着"}""", claim: "locked");
                Assert.Equal((503, "store_down"), (refused.Status, (string?)refused.Json["code"]));
            }

            var taken = await PushServer.PostAsync(running, "/push/demo", """{"robot":"notice","content":"锁着"}""", claim: "locked");

            Assert.Equal(200, taken.Status);
            Assert.Equal(1, await PushServer.CountAsync(running, Group, "锁着"));
        }
        kept.Delete();
    }

    [Fact]
    public async Task Push_PlatformHangsUpHalfWay_IsUnknownAndNeverSentAgainUnderTheSameName()
    {
        var sent = 0;
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var platform = builder.Build();
        platform.Run(async http =>
        {
            if (http.Request.Path == "/cgi-bin/gettoken")
            {
                await http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok","access_token":"t1","expires_in":7200}""");
                return;
            }
            Interlocked.Increment(ref sent);
            http.Abort();
        });
        await platform.StartAsync(TestContext.Current.CancellationToken);
        await using var running = await RunningServer.StartAsync($"--Accounts:demo:ApiBaseAddress={platform.Urls.First()}");
        const string Body = """{"party":1,"type":"markdown","content":"半路"}""";

        var first = await PushServer.PostAsync(running, "/push/demo", Body, claim: "halfway");
        var second = await PushServer.PostAsync(running, "/push/demo", Body, claim: "halfway");

        Assert.Equal((504, "unknown"), (first.Status, (string?)first.Json["code"]));
        Assert.Equal((409, "in_progress"), (second.Status, (string?)second.Json["code"]));
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Push_PlatformIsNotReached_CanComeAgain()
    {
        await using var running = await RunningServer.StartAsync("--Accounts:demo:ApiBaseAddress=http://127.0.0.1:1");
        const string Body = """{"party":1,"type":"markdown","content":"断网"}""";

        var first = await PushServer.PostAsync(running, "/push/demo", Body, claim: "offline");
        var kept = await PushServer.PostAsync(running, "/push/demo", """{"to":"zhangsan","content":"断网"}""");

        Assert.Equal((503, "unreachable"), (first.Status, (string?)first.Json["code"]));
        Assert.True(first.Headers.Contains("Retry-After"));
        Assert.Equal(202, kept.Status);
    }

    [Fact]
    public async Task Push_Done_IsInTheAuditWithoutItsWords()
    {
        var kept = new DataFolder { IsKept = true };
        await using (var running = await RunningServer.StartAsync(kept))
        {
            var reply = await PushServer.PostAsync(running, "/push/demo", """{"party":1,"type":"markdown","content":"不该记下来的话"}""");
            Assert.Equal(200, reply.Status);

            using var database = new SqliteConnection($"Data Source={kept.Combine("hongyan.db")};Mode=ReadOnly;Pooling=false");
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "select Actor || ' ' || Action || ' ' || Target || ' ' || After from hub_audit where Action = 'push.send'";
            Assert.Equal($"push:demo push.send account:demo {(string?)reply.Json["id"]} markdown party:1", command.ExecuteScalar());
        }
        kept.Delete();
    }

    [Fact]
    public async Task Push_Answers_AreCountedByStatus()
    {
        await using var running = await RunningServer.StartAsync();
        await PushServer.PostAsync(running, "/push/demo", """{"to":"zhangsan","content":"x"}""");
        await PushServer.PostAsync(running, "/push/nobody's", "{}", key: "wrong");

        var lines = (await running.Server.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Split('\n');

        Assert.Contains("hongyan_push_requests_total{account=\"demo\",status=\"202\"} 1", lines);
        Assert.Contains("hongyan_push_requests_total{account=\"\",status=\"401\"} 1", lines);
    }

    private async Task FailAsync(string faults)
    {
        using var response = await server.Running.Simulator.PutAsync("/sim/apps/demo/faults/calls",
            new StringContent(faults, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
