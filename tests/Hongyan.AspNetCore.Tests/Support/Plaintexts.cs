namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>What is inside the platform's envelopes.</summary>
internal static class Plaintexts
{
    public static string Text(string content, long id = 1, string from = "zhangsan") => Document(
        $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>{id}</MsgId>", from);

    public static string Event(string name, string from = "zhangsan") => Document(
        $"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event><EventKey><![CDATA[]]></EventKey>", from);

    private static string Document(string fields, string from) =>
        $"<xml><ToUserName><![CDATA[{OfficialVector.CorpId}]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName>"
        + $"<CreateTime>1700000000</CreateTime>{fields}<AgentID>218</AgentID></xml>";
}
