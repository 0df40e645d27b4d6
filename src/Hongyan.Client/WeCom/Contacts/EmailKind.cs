namespace Hongyan.WeCom;

/// <summary>Which of a member's two e-mail addresses is meant.</summary>
public enum EmailKind
{
    /// <summary>At the corp's mail (企业邮箱).</summary>
    Business = 1,

    /// <summary>The member's own (个人邮箱).</summary>
    Personal = 2,
}
