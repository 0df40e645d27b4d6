namespace Hongyan.WeCom;

/// <summary>An asynchronous job, such as an import of the address book, has ended (异步任务完成事件推送).</summary>
public sealed record BatchJobResultEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public BatchJobResultEvent()
    {
    }

    internal BatchJobResultEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var job = payload.Children("BatchJob"u8);
        JobId = job.Text("JobId"u8);
        JobType = job.Text("JobType"u8);
        ErrorCode = job.SmallNumber("ErrCode"u8) ?? 0;
        ErrorMessage = job.Text("ErrMsg"u8);
    }

    /// <summary>The id of the job.</summary>
    public string JobId { get; init; } = "";

    /// <summary><c>sync_user</c>, <c>replace_user</c>, <c>invite_user</c> or <c>replace_party</c>.</summary>
    public string JobType { get; init; } = "";

    /// <summary>0 on success, else the platform's error code.</summary>
    public int ErrorCode { get; init; }

    /// <summary>The platform's text for the code.</summary>
    public string ErrorMessage { get; init; } = "";
}
