namespace Hongyan.WeCom;

/// <summary>How the people of a step were found. A number that the platform adds later is kept as it is.</summary>
public enum OpenApprovalNodeType
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>固定成员: named in the template.</summary>
    Members = 1,

    /// <summary>标签.</summary>
    Tag = 2,

    /// <summary>上级.</summary>
    Superior = 3,
}
