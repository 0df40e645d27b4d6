namespace Hongyan.WeCom;

/// <summary>What changed about the archive of files.</summary>
public enum FileArchiveChange
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>Whose files the application may see (file_content_archive_auth_change).</summary>
    Authorization = 1,

    /// <summary>Whose files are archived (file_content_archive_user_list_change).</summary>
    Users = 2,
}
