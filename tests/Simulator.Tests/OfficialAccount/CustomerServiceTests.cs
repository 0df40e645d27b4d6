using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class CustomerServiceTests
{
    private const string Tutor = "tutor@oa";

    private static string Transfer(string? kfAccount = null) => RunningAccount.Plaintext(
        kfAccount is null ? "" : $"<TransInfo><KfAccount><![CDATA[{kfAccount}]]></KfAccount></TransInfo>", "transfer_customer_service");

    /// <summary>A bot that hands everything over, and a servicer for it.</summary>
    private static async Task<(FakeBot Bot, RunningAccount Account)> StartAsync(string? to = null, bool isOnline = true)
    {
        var bot = await FakeBot.StartAsync(callback =>
            RunningAccount.Open(callback).Contains("<MsgType><![CDATA[text]]>", StringComparison.Ordinal) ? RunningAccount.Seal(Transfer(to)) : BotAnswer.Empty);
        var account = await RunningAccount.StartAsync(bot);
        await account.CallAsync("/../customservice/kfaccount/add", new { kf_account = Tutor, nickname = "王老师" });
        using var response = await account.Simulator.Http.PutAsync($"/sim/official-accounts/oa/servicers/{Tutor}", Json($$"""{"weChat":"wang-laoshi","isOnline":{{(isOnline ? "true" : "false")}}}"""), Cancellation);
        response.EnsureSuccessStatusCode();
        return (bot, account);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private static async Task<JsonNode> DeskAsync(RunningAccount account) => await account.Simulator.GetAsync("/sim/official-accounts/oa/servicers");

    [Fact]
    public async Task Transfer_ToNobody_LetsTheFollowerWaitUntilSomebodyAccepts()
    {
        var (bot, account) = await StartAsync();
        await using (bot)
        await using (account)
        {
            await account.SayAsync("人工");

            Assert.Equal(RunningAccount.Follower, (string?)(await DeskAsync(account))["waiting"]![0]!["openId"]);
            var waiting = await account.CallAsync("/../customservice/kfsession/getwaitcase");
            Assert.Equal((1, RunningAccount.Follower), ((int)waiting["count"]!, (string?)waiting["waitcaselist"]![0]!["openid"]));

            using var accepted = await account.Simulator.Http.PostAsync(
                $"/sim/official-accounts/oa/servicers/{Tutor}/accept", Json($$"""{"openId":"{{RunningAccount.Follower}}"}"""), Cancellation);
            Assert.Equal(200, (int)accepted.StatusCode);
            var desk = await DeskAsync(account);
            Assert.Empty(desk["waiting"]!.AsArray());
            Assert.Equal(Tutor, (string?)desk["sessions"]![0]!["kfAccount"]);
        }
    }

    [Fact]
    public async Task Transfer_ToAServicerWhoIsOnline_BeginsASession()
    {
        var (bot, account) = await StartAsync(to: Tutor);
        await using (bot)
        await using (account)
        {
            await account.SayAsync("找王老师");

            Assert.Equal(Tutor, (string?)(await account.CallAsync($"/../customservice/kfsession/getsession?openid={RunningAccount.Follower}"))["kf_account"]);
            Assert.Contains((await account.ConversationAsync()), entry => (string?)entry!["details"]?["event"] == "kf_create_session");
        }
    }

    [Fact]
    public async Task Transfer_ToAServicerWhoIsNot_LetsTheFollowerWait()
    {
        var (bot, account) = await StartAsync(to: Tutor, isOnline: false);
        await using (bot)
        await using (account)
        {
            await account.SayAsync("找王老师");

            var desk = await DeskAsync(account);
            Assert.Empty(desk["sessions"]!.AsArray());
            Assert.Single(desk["waiting"]!.AsArray());
        }
    }

    [Fact]
    public async Task SessionEvents_AreToldAsThePlatformDoes()
    {
        var (bot, account) = await StartAsync(to: Tutor);
        await using (bot)
        await using (account)
        {
            await account.SayAsync("找王老师");
            using var closed = await account.Simulator.Http.PostAsync(
                $"/sim/official-accounts/oa/servicers/{Tutor}/close", Json($$"""{"openId":"{{RunningAccount.Follower}}"}"""), Cancellation);
            Assert.Equal(200, (int)closed.StatusCode);

            var plaintexts = (await account.Simulator.GetAsync("/sim/deliveries")).AsArray().Select(delivery => (string)delivery!["plaintext"]!).ToList();
            Assert.Contains(plaintexts, text => text.Contains("<Event><![CDATA[kf_create_session]]></Event><KfAccount><![CDATA[tutor@oa]]></KfAccount></xml>", StringComparison.Ordinal));
            Assert.Contains(plaintexts, text => text.Contains("<Event><![CDATA[kf_close_session]]></Event><KfAccount><![CDATA[tutor@oa]]></KfAccount><CloseType><![CDATA[KF]]></CloseType></xml>", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""{"kf_account":["tutor2@oa"],"nickname":"x"}""", 47001)]
    [InlineData("""{"kf_account":"tutor2@oa"}""", 65403)]
    [InlineData("""{"nickname":"x"}""", 65404)]
    [InlineData("[]", 47001)]
    [InlineData("", 65404)]
    public async Task Add_BodyThatIsNone_IsTheOfficialCode(string body, int code)
    {
        await using var account = await RunningAccount.StartAsync(bot: null);
        using var response = await account.Simulator.Http.PostAsync($"/customservice/kfaccount/add?access_token={await account.TokenAsync()}", Json(body), Cancellation);

        Assert.Equal(code, (int)(await RunningSimulator.ReadAsync(response))["errcode"]!);
    }

    [Fact]
    public async Task Servicers_WhatCannotBe_IsExplained()
    {
        var (bot, account) = await StartAsync();
        await using (bot)
        await using (account)
        {
            await RefusedAsync("nobody@oa/accept", $$"""{"openId":"{{RunningAccount.Follower}}"}""", 422, "65401");
            await RefusedAsync($"{Tutor}/accept", """{"openId":"oNobody"}""", 404, "oNobody");
            await RefusedAsync($"{Tutor}/messages", $$"""{"openId":"{{RunningAccount.Follower}}","content":"在吗"}""", 422, "65413");
            await RefusedAsync($"{Tutor}/messages", $$"""{"openId":"{{RunningAccount.Follower}}"}""", 422, "content");
            await RefusedAsync($"{Tutor}/close", $$"""{"openId":"{{RunningAccount.Follower}}"}""", 422, "65413");
            await RefusedAsync($"{Tutor}/switch", $$"""{"openId":"{{RunningAccount.Follower}}","to":"{{Tutor}}"}""", 422, "65413");

            async Task RefusedAsync(string what, string body, int status, string sign)
            {
                using var response = await account.Simulator.Http.PostAsync("/sim/official-accounts/oa/servicers/" + what, Json(body), Cancellation);
                Assert.Equal(status, (int)response.StatusCode);
                Assert.Contains(sign, (await RunningSimulator.ReadAsync(response)).ToJsonString(), StringComparison.Ordinal);
            }
        }
    }
}
