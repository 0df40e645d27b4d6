using System.Buffers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Protocol;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>The bot's side of a robot's wire, and a member who talks with 鸿雁助手.</summary>
internal static class RobotWire
{
    private const string Timestamp = "1700000000";

    /// <summary>A simulator whose 鸿雁助手 calls the bot given; streams are refreshed without a pause worth waiting for.</summary>
    public static Task<RunningSimulator> StartAsync(FakeBot bot, params string[] args) => StartAsync(bot, time: null, args);

    public static Task<RunningSimulator> StartAsync(FakeBot bot, TimeProvider? time, params string[] args) => RunningSimulator.StartAsync(
        bot, time, ["--Simulator:Robots:robot:CallbackUrl", bot.Url, "--Simulator:StreamPollSeconds", "0.01", "--Simulator:RetryPauseSeconds", "0", .. args]);

    /// <summary>Verifies and decrypts a callback as a bot must.</summary>
    public static JsonNode Open(this ReceivedCallback callback, WeComRobot robot)
    {
        Assert.Equal("application/json", callback.ContentType);
        var envelope = JsonNode.Parse(callback.Body)!.AsObject();
        var encrypted = (string)Assert.Single(envelope).Value!;
        Assert.True(envelope.ContainsKey("encrypt"));
        Assert.Equal(callback.Query["msg_signature"], SignatureVerifier.Sign(robot.Callback.Token, callback.Query["timestamp"], callback.Nonce, encrypted));
        var opened = new MessageCipher(robot.Callback.EncodingAESKey, "").Decrypt(Encoding.UTF8.GetBytes(encrypted));
        Assert.Equal(CallbackError.None, opened.Error);
        return JsonNode.Parse(opened.Message.Span)!;
    }

    /// <summary>Verifies and decrypts a callback of 鸿雁助手.</summary>
    public static JsonNode OpenRobot(this ReceivedCallback callback) => callback.Open(SampleRobots.Hongyan);

    /// <summary>msgtype of a callback of 鸿雁助手.</summary>
    public static string TypeOf(this ReceivedCallback callback) => (string)callback.OpenRobot()["msgtype"]!;

    /// <summary>An encrypted answer, right in every part unless told otherwise.</summary>
    public static BotAnswer Answer(ReceivedCallback callback, string plaintext, string? token = null, string receiveId = "", Func<JsonObject, JsonObject>? change = null)
    {
        var robot = SampleRobots.Hongyan;
        var written = new ArrayBufferWriter<byte>();
        new MessageCipher(robot.Callback.EncodingAESKey, receiveId).Encrypt(Encoding.UTF8.GetBytes(plaintext), written);
        var encrypted = Encoding.ASCII.GetString(written.WrittenSpan);
        var envelope = new JsonObject
        {
            ["encrypt"] = encrypted,
            ["msgsignature"] = SignatureVerifier.Sign(token ?? robot.Callback.Token, Timestamp, callback.Nonce, encrypted),
            ["timestamp"] = long.Parse(Timestamp, System.Globalization.CultureInfo.InvariantCulture),
            ["nonce"] = callback.Nonce,
        };
        return BotAnswer.Text((change?.Invoke(envelope) ?? envelope).ToJsonString());
    }

    /// <summary>The answer of a stream.</summary>
    public static BotAnswer Stream(ReceivedCallback callback, string content, bool finish = false, string id = "s1", string rest = "") =>
        Answer(callback, $$$"""{"msgtype":"stream","stream":{"id":"{{{id}}}","finish":{{{(finish ? "true" : "false")}}},"content":{{{JsonValue.Create(content).ToJsonString()}}}{{{rest}}}}}""");

    /// <summary>zhangsan says something to 鸿雁助手 and waits for the end; what came of it.</summary>
    public static Task<JsonNode> SayToRobotAsync(this RunningSimulator simulator, string content) =>
        simulator.PostAsync("/sim/robots/robot/members/zhangsan/messages?wait=true", new { type = "text", content });

    /// <summary>Posts a body that must be taken; the answer.</summary>
    public static async Task<JsonNode> PostAsync(this RunningSimulator simulator, string path, object body)
    {
        using var response = await simulator.Http.PostAsJsonAsync(path, body);
        var answer = await RunningSimulator.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }

    /// <summary>Posts a body that must be refused; the status, and the field or title.</summary>
    public static async Task<(int Status, string Field)> RefusedAsync(this RunningSimulator simulator, string path, object body)
    {
        using var response = await simulator.Http.PostAsJsonAsync(path, body);
        var problem = await RunningSimulator.ReadAsync(response);
        return ((int)response.StatusCode, (string?)problem["field"] ?? "");
    }

    /// <summary>zhangsan's conversation with 鸿雁助手.</summary>
    public static async Task<JsonArray> RobotConversationAsync(this RunningSimulator simulator) =>
        (await simulator.GetAsync("/sim/robots/robot/members/zhangsan/conversation")).AsArray();

    /// <summary>Kinds of the findings among what came of a turn.</summary>
    public static IEnumerable<string> Findings(this JsonNode turn) =>
        turn["answers"]!.AsArray().Where(entry => (string?)entry!["type"] == "problem").Select(entry => (string)entry!["details"]!["kind"]!);

    /// <summary>The robot's answer among what came of a turn.</summary>
    public static JsonNode Reply(this JsonNode turn) => turn["answers"]!.AsArray().Single(entry => (string?)entry!["direction"] == "out")!["details"]!;
}
