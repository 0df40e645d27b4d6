namespace Hongyan.WeCom;

/// <summary>Who answers a customer (会话状态).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/94669.</remarks>
public enum ServiceState
{
    /// <summary>
    /// Nobody yet (新接入待处理): the customer has written. The API may answer, put the customer into the queue or give them to a servicer.
    /// </summary>
    Unprocessed = 0,

    /// <summary>The application (由智能助手接待): the API may answer.</summary>
    Assistant = 1,

    /// <summary>Waits for a servicer (待接入池排队中).</summary>
    Queued = 2,

    /// <summary>A servicer (由人工接待).</summary>
    Servicer = 3,

    /// <summary>Nobody any more, or nobody yet (已结束/未开始). Only the customer, or a servicer in the client, begins again.</summary>
    Ended = 4,
}
