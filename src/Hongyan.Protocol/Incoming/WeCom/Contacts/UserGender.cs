namespace Hongyan.WeCom;

/// <summary>A member's gender as the platform numbers it.</summary>
public enum UserGender
{
    /// <summary>Not set, or not shown to this application.</summary>
    Unknown = 0,

    /// <summary>男.</summary>
    Male = 1,

    /// <summary>女.</summary>
    Female = 2,
}
