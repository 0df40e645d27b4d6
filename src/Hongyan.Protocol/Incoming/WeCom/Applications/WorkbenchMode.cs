namespace Hongyan.WeCom;

/// <summary>What the workbench shows of an application. A number that the platform adds later is kept as it is.</summary>
public enum WorkbenchMode
{
    /// <summary>Its icon.</summary>
    Plain = 0,

    /// <summary>Its template (自定义展示), see <c>WeComClient.Agents</c>.</summary>
    Template = 1,
}
