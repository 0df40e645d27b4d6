namespace Hongyan.WeCom;

/// <summary>Whose tag it is.</summary>
public enum FollowTagType
{
    /// <summary>The corp's (企业标签).</summary>
    Corp = 1,

    /// <summary>The member's own (个人标签).</summary>
    Personal = 2,

    /// <summary>Of a rule group (规则组标签).</summary>
    RuleGroup = 3,
}
