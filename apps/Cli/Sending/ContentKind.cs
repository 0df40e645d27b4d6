namespace Hongyan.Cli.Sending;

/// <summary>What is sent.</summary>
internal enum ContentKind
{
    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A picture (图片), by its file.</summary>
    Image,

    /// <summary>A file (文件), by its path.</summary>
    File,
}
