using System.Text;
using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.Bots.Tests.Support;

/// <summary>What a robot is sent, as the parser reads it off the wire.</summary>
internal static class RobotArrivals
{
    public const string ResponseUrl = "https://qyapi.example.com/cgi-bin/aibot/response?response_code=SECRET";

    public static Incoming Text(string content, string id = "m1", string from = "zhangsan", bool isAnswerable = true, string more = "") => Parse(
        $$"""{"msgid":"{{id}}","aibotid":"aibSIM","chattype":"single","from":{"userid":"{{from}}"},{{(isAnswerable ? $"\"response_url\":\"{ResponseUrl}\"," : "")}}"msgtype":"text","text":{"content":{{JsonSerializer.Serialize(content)}}}{{more}}}""");

    public static Incoming Refresh(string streamId) => Parse(
        $$"""{"msgid":"r{{Guid.NewGuid():N}}","aibotid":"aibSIM","chattype":"single","from":{"userid":"zhangsan"},"msgtype":"stream","stream":{"id":"{{streamId}}"} }""");

    public static Incoming EnterChat() => Parse(
        """{"msgid":"e1","create_time":1700000000,"aibotid":"aibSIM","chattype":"single","from":{"userid":"zhangsan"},"msgtype":"event","event":{"eventtype":"enter_chat"}}""");

    public static Incoming CardClick() => Parse(
        $$"""{"msgid":"c1","create_time":1700000000,"aibotid":"aibSIM","chattype":"single","from":{"userid":"zhangsan"},"response_url":"{{ResponseUrl}}","msgtype":"event","event":{"eventtype":"template_card_event","template_card_event":{"card_type":"button_interaction","event_key":"ok","task_id":"t1"} } }""");

    public static Incoming Feedback() => Parse(
        """{"msgid":"f1","create_time":1700000000,"aibotid":"aibSIM","chattype":"single","from":{"userid":"zhangsan"},"msgtype":"event","event":{"eventtype":"feedback_event","feedback_event":{"id":"a","type":1}}}""");

    private static Incoming Parse(string json) => IncomingParser.WeComRobot.Parse(Encoding.UTF8.GetBytes(json));
}
