using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>POST /cgi-bin/aibot/response: a robot answers once more, by the response_url of a callback. The code is all there is; no token, no encryption.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101138. The codes of its errors are not in the documents; these are their closest relatives.</remarks>
internal static class ResponseUrlApi
{
    /// <summary>The path below /cgi-bin.</summary>
    public const string Path = "/aibot/response";

    private const int MaxFeedbackIdBytes = 256;

    public static void Map(RouteGroupBuilder api) => api.CallWithoutToken("POST " + Path, Answer);

    private static ApiAnswer Answer(ApiRequest request, ResponseUrls urls, RobotBook robots, ConversationLog chats, SimulatedClock clock)
    {
        var code = request.Query("response_code") ?? "";
        if (urls.Find(code) is not { } url)
        {
            request.Remark(Finding.Of(FindingKind.ResponseUrlUnknown));
            return ApiAnswer.Failed(MessageErrors.WrongResponseCode);
        }
        var problem = urls.FindProblem(url);
        var (reply, error) = problem is null ? Read(request) : (null, MessageErrors.WrongResponseCode);
        if (reply is not null && !urls.TryUse(code))
            (reply, error, problem) = (null, MessageErrors.WrongResponseCode, Finding.Of(FindingKind.ResponseUrlUsed));
        if (problem is not null)
            request.Remark(problem);

        var entry = new ChatMessage
        {
            Id = chats.NextId(),
            App = url.Talk.Robot.Name,
            Member = url.Talk.ChatId is null ? url.Talk.Member.UserId : "",
            ChatId = url.Talk.ChatId,
            Time = clock.Now,
        };
        if (reply is null)
        {
            chats.Add(entry with { Finding = problem ?? Finding.Of(FindingKind.ResponseUrlRefused, error!.Code, error.Message) });
            return ApiAnswer.Failed(error!);
        }
        chats.Add(entry with { FromRobot = reply with { Quotes = url.Talk.ChatId is null ? null : url.EntryId } });
        return ApiAnswer.Ok();
    }

    private static (RobotReply? Reply, ApiError? Error) Read(ApiRequest request)
    {
        var type = request.Body.Text("msgtype");
        if (type is not ("markdown" or "template_card"))
            return (null, MessageErrors.WrongType);
        if (request.Body.Object(type) is not { } content)
            return (null, MessageErrors.WrongParameter);
        var feedbackId = content.Object("feedback")?.Text("id");
        if (feedbackId is not null && Utf8.Count(feedbackId) is 0 or > MaxFeedbackIdBytes)
            return (null, MessageErrors.WrongParameter);
        var reply = new RobotReply { Type = type, CallId = request.CallId, FeedbackId = feedbackId };
        if (type == "template_card")
        {
            var card = ContentReader.ReadCard(content);
            return CardRules.FindProblem(card) is { } wrong ? (null, wrong) : (reply with { Card = card }, null);
        }
        var text = content.Text("content") ?? "";
        return string.IsNullOrWhiteSpace(text) ? (null, MessageErrors.EmptyText)
            : Utf8.Count(text) > RobotReplyParser.MaxContentBytes ? (null, MessageErrors.TooLong)
            : (reply with { Content = text }, null);
    }
}
