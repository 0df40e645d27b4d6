namespace Hongyan.Simulator.WeCom;

/// <summary>Who answers a customer (会话状态), numbered as in <c>service_state</c>.</summary>
public enum ServiceState
{
    /// <summary>新接入待处理: the customer has written, nobody has decided.</summary>
    Unprocessed = 0,

    /// <summary>由智能助手接待: the app answers.</summary>
    Assistant = 1,

    /// <summary>待接入池排队中.</summary>
    Queued = 2,

    /// <summary>由人工接待.</summary>
    Servicer = 3,

    /// <summary>已结束, or 未开始.</summary>
    Ended = 4,
}
