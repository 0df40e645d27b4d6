namespace Hongyan.WeCom;

/// <summary>What was not as it should be.</summary>
public enum AttendanceIncidentType
{
    /// <summary>迟到.</summary>
    Late = 1,

    /// <summary>早退.</summary>
    LeftEarly = 2,

    /// <summary>缺卡.</summary>
    Missing = 3,

    /// <summary>旷工.</summary>
    Absent = 4,

    /// <summary>地点异常.</summary>
    Place = 5,

    /// <summary>设备异常.</summary>
    Device = 6,
}
