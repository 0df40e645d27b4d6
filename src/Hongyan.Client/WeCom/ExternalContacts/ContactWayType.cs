namespace Hongyan.WeCom;

/// <summary>Whom a contact way leads to.</summary>
public enum ContactWayType
{
    /// <summary>One member.</summary>
    OneMember = 1,

    /// <summary>One of several members or departments.</summary>
    AnyOfSeveral = 2,
}
