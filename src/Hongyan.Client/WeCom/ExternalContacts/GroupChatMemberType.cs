namespace Hongyan.WeCom;

/// <summary>Who somebody in a group of customers is.</summary>
public enum GroupChatMemberType
{
    /// <summary>A member of the corp.</summary>
    Member = 1,

    /// <summary>A customer, or somebody whom nobody here knows.</summary>
    ExternalContact = 2,
}
