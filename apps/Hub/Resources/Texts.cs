namespace Hongyan.Hub.Resources;

/// <summary>Marks the resource files of this folder: Texts.resx (zh-CN) and Texts.en.resx.</summary>
public sealed class Texts;
