namespace Hongyan.Simulator.WeCom;

/// <summary>A part of the platform's API that a secret is let into or not (可调用接口的应用). Without it a call is answered 48002.</summary>
public enum ApiModule
{
    /// <summary>What every app may: messages, groups, menus, its own settings, OAuth and JS-SDK.</summary>
    Application,

    /// <summary>Reading the contacts (通讯录读取), as far as the app is visible.</summary>
    ContactsRead,

    /// <summary>Changing the contacts (通讯录编辑): 通讯录同步 alone, unless an app is given it.</summary>
    ContactsWrite,

    /// <summary>客户联系.</summary>
    CustomerContact,

    /// <summary>微信客服.</summary>
    CustomerService,

    /// <summary>打卡.</summary>
    CheckIn,
}
