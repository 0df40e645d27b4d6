namespace Hongyan.Simulator.Findings;

/// <summary>Everything the simulator can remark on. Each has a sentence in Resources/Texts under <c>Finding_{name}</c>.</summary>
public enum FindingKind
{
    /// <summary>A callback URL is not http or https.</summary>
    SettingUrl,

    /// <summary>A Token is not 1 to 32 letters and digits.</summary>
    SettingToken,

    /// <summary>An EncodingAESKey is not 43 letters and digits. {0} = its length.</summary>
    SettingKey,

    /// <summary>Nobody listens there. {0} = host and port.</summary>
    ConnectionRefused,

    /// <summary>No connection for another reason. {0} = host and port, {1} = the system's words.</summary>
    Unreachable,

    /// <summary>No answer within the deadline. {0} = seconds.</summary>
    TimedOut,

    /// <summary>401 or 403. {0} = status.</summary>
    StatusForbidden,

    /// <summary>404. {0} = path.</summary>
    StatusNotFound,

    /// <summary>A redirect, which is not followed. {0} = status.</summary>
    StatusRedirect,

    /// <summary>Any other status than 200. {0} = status.</summary>
    StatusNotOk,

    /// <summary>The answer is larger than the simulator reads. {0} = bytes.</summary>
    AnswerTooLarge,

    /// <summary>Accepted, but the body is neither empty, success nor an envelope. {0} = its beginning.</summary>
    AnswerNotEnvelope,

    /// <summary>A plaintext reply: WeCom takes encrypted ones only.</summary>
    ReplyPlaintext,

    /// <summary>The envelope of the reply is not UTF-8.</summary>
    ReplyNotUtf8,

    /// <summary>The envelope of the reply has a DTD.</summary>
    ReplyDtd,

    /// <summary>The envelope of the reply is not well-formed. {0} = the reader's words.</summary>
    ReplyNotXml,

    /// <summary>The envelope lacks a part. {0} = element.</summary>
    ReplyMissingPart,

    /// <summary>The envelope has a part twice. {0} = element.</summary>
    ReplyRepeatedPart,

    /// <summary>MsgSignature does not fit.</summary>
    ReplySignature,

    /// <summary>Encrypt is not base64.</summary>
    ReplyBase64,

    /// <summary>Encrypt is not a whole number of AES blocks.</summary>
    ReplyCipherLength,

    /// <summary>Decrypted, but the length field does not fit.</summary>
    ReplyBuffer,

    /// <summary>Decrypted, but meant for another receiveid. {0} = the one expected.</summary>
    ReplyReceiveId,

    /// <summary>The decrypted reply is not UTF-8.</summary>
    MessageNotUtf8,

    /// <summary>The decrypted reply has a DTD.</summary>
    MessageDtd,

    /// <summary>The decrypted reply is not well-formed. {0} = the reader's words.</summary>
    MessageNotXml,

    /// <summary>The decrypted reply lacks an element or leaves it empty. {0} = element.</summary>
    MessageMissingPart,

    /// <summary>ToUserName and FromUserName are as in the request instead of exchanged.</summary>
    MessageNotTurnedRound,

    /// <summary>ToUserName is somebody else. {0} = actual, {1} = expected.</summary>
    MessageToUser,

    /// <summary>FromUserName is not the corp. {0} = actual, {1} = expected.</summary>
    MessageFromUser,

    /// <summary>CreateTime is no number. {0} = actual.</summary>
    MessageCreateTime,

    /// <summary>No passive reply has this MsgType. {0} = actual.</summary>
    MessageType,

    /// <summary>More than eight articles. {0} = how many.</summary>
    MessageArticles,

    /// <summary>ArticleCount differs from the items. {0} = ArticleCount, {1} = items.</summary>
    MessageArticleCount,

    /// <summary>The text was cut as the platform cuts it. {0} = its bytes.</summary>
    TextCut,

    /// <summary>This event takes no passive reply. {0} = event.</summary>
    ReplyNotAllowed,

    /// <summary>A card event takes card updates only. {0} = MsgType of the reply.</summary>
    OnlyCardUpdate,

    /// <summary>A card update answers card events only. {0} = MsgType of the reply.</summary>
    CardUpdateNotAllowed,

    /// <summary>The echo begins with a byte order mark.</summary>
    EchoByteOrderMark,

    /// <summary>The echo stands in quotes.</summary>
    EchoQuoted,

    /// <summary>The echo has a line break or blanks around it.</summary>
    EchoWhiteSpace,

    /// <summary>The answer is empty.</summary>
    EchoEmpty,

    /// <summary>The ciphertext came back instead of the plaintext.</summary>
    EchoNotDecrypted,

    /// <summary>The answer is something else. {0} = expected, {1} = the answer's beginning.</summary>
    EchoDiffers,

    /// <summary>Right, but slower than the second that the platform waits. {0} = seconds taken.</summary>
    EchoSlow,

    /// <summary>Lost on purpose.</summary>
    FaultDropped,

    /// <summary>Answered, but treated as too late on purpose. {0} = seconds of the deadline.</summary>
    FaultDelayed,

    /// <summary>A request that was spoiled on purpose was refused, as it should be. {0} = status.</summary>
    FaultRefused,

    /// <summary>A request that was spoiled on purpose made the bot fail. {0} = status.</summary>
    FaultBroke,

    /// <summary>A request that was spoiled on purpose was accepted.</summary>
    FaultAccepted,

    /// <summary>A copy of a message got another reply than the first.</summary>
    FaultDuplicateDiffers,

    /// <summary>No second message came to change places with. {0} = seconds waited.</summary>
    FaultNotSwapped,

    /// <summary>The reply names a media id that does not exist, or no longer. {0} = media id.</summary>
    ReplyMediaUnknown,

    /// <summary>An upload's part has no file name, so it is no file.</summary>
    UploadNotAFile,

    /// <summary>An upload's file name is encoded in a way that the platform does not read. {0} = as it came.</summary>
    UploadNameEncoded,

    /// <summary>sync_msg was called without the token of a callback, which the platform limits strictly.</summary>
    SyncWithoutToken,

    /// <summary>A field of a message was cut as the platform cuts it. {0} = field, {1} = its bytes, {2} = bytes that are shown.</summary>
    FieldCut,

    /// <summary>A field of a message was cut as the platform cuts it. {0} = field, {1} = its characters, {2} = characters that are shown.</summary>
    FieldCutCharacters,

    /// <summary>The same message was sent before, so duplicate check held it back.</summary>
    DuplicateHeldBack,

    /// <summary>Too many messages to one member, so it was dropped. {0} = UserID, {1} = messages a minute, {2} = messages an hour.</summary>
    MemberQuota,

    /// <summary>A Token of a 公众号 is not 3 to 32 letters and digits.</summary>
    SettingAccountToken,

    /// <summary>To a 公众号: neither empty, success nor a reply, so the follower is told that it is out of order. {0} = the body's beginning.</summary>
    AccountAnswer,

    /// <summary>To a 公众号 in safe mode: a reply that is not encrypted.</summary>
    ReplyNotEncrypted,

    /// <summary>To a 公众号 in plaintext mode: a reply that is encrypted.</summary>
    ReplyEncrypted,

    /// <summary>An answer to a message shows one article; the others were dropped. {0} = how many there were.</summary>
    ArticlesDropped,

    /// <summary>A robot's answer begins like JSON and is none. {0} = the reader's words.</summary>
    RobotReplyNotJson,

    /// <summary>A robot's answer in plaintext: WeCom takes encrypted ones only.</summary>
    RobotReplyPlaintext,

    /// <summary>msgsignature of a robot's answer does not fit.</summary>
    RobotReplySignature,

    /// <summary>A robot's answer has a receiveid, which is empty for a company's own robots.</summary>
    RobotReplyReceiveId,

    /// <summary>nonce of a robot's answer is not that of the callback.</summary>
    RobotNonce,

    /// <summary>A robot's decrypted answer is no JSON object. {0} = the reader's words.</summary>
    RobotMessageNotJson,

    /// <summary>A field of a robot's answer has another type. {0} = field, {1} = what was expected, or the reader's words.</summary>
    RobotFieldType,

    /// <summary>A message takes no answer of this msgtype. {0} = msgtype.</summary>
    RobotTypeOfMessage,

    /// <summary>A stream's refresh takes no answer of this msgtype. {0} = msgtype.</summary>
    RobotTypeOfRefresh,

    /// <summary>enter_chat takes no answer of this msgtype. {0} = msgtype.</summary>
    RobotTypeOfEnter,

    /// <summary>A card event takes update_template_card only. {0} = response_type or msgtype.</summary>
    RobotTypeOfCardClick,

    /// <summary>stream.content is too long. {0} = its bytes, {1} = bytes that fit.</summary>
    RobotStreamTooLong,

    /// <summary>A refresh was answered with another stream. {0} = its id, {1} = the one expected.</summary>
    RobotStreamOtherId,

    /// <summary>stream.content does not go on from what it was: it looks like a part only.</summary>
    RobotStreamShrank,

    /// <summary>A stream was not finished in time. {0} = seconds.</summary>
    RobotStreamCutOff,

    /// <summary>msg_item before the end of a stream.</summary>
    RobotPicturesEarly,

    /// <summary>Too many pictures in msg_item. {0} = how many, {1} = how many fit.</summary>
    RobotPictures,

    /// <summary>A picture in msg_item cannot be used. {0} = its place, from 1.</summary>
    RobotPicture,

    /// <summary>feedback.id is empty or too long. {0} = field, {1} = bytes that fit.</summary>
    RobotFeedbackId,

    /// <summary>feedback.id came after the first answer, where it does not count.</summary>
    RobotFeedbackLate,

    /// <summary>A template card that the platform does not take. {0} = errcode, {1} = errmsg.</summary>
    RobotCard,

    /// <summary>A stream gave a card for the second time, where it does not count.</summary>
    RobotCardTwice,

    /// <summary>A card update names another task. {0} = its task_id, {1} = the one that was clicked.</summary>
    RobotTaskId,

    /// <summary>A response_code that never was one.</summary>
    ResponseUrlUnknown,

    /// <summary>An answer came by this response_url before.</summary>
    ResponseUrlUsed,

    /// <summary>The hour of a response_url is over.</summary>
    ResponseUrlExpired,

    /// <summary>Pictures of an article that were not uploaded to the platform were dropped. {0} = how many.</summary>
    ArticlePictures,

    /// <summary>A template message has colours, which are shown no longer.</summary>
    TemplateColor,

    /// <summary>A template message has first or remark, which are shown no longer.</summary>
    TemplateFrame,

    /// <summary>What came by a response_url was refused. {0} = errcode, {1} = errmsg.</summary>
    ResponseUrlRefused,
}
