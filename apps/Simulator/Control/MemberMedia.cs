using System.Security.Cryptography;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>Completes what a member sends with real media: what is left out is a sample that the bot can download.</summary>
internal sealed class MemberMedia(MediaStore store, SampleMedia samples, SimulatorAddress address)
{
    /// <summary>Where a media file can be seen.</summary>
    public static string PathOf(string mediaId) => $"{ControlApi.Prefix}/media/{mediaId}";

    /// <summary>The message with its media; another type as it is.</summary>
    public MemberMessage Complete(MemberMessage given)
    {
        switch (given.Type)
        {
            case "image":
                var picture = given.MediaId ?? samples.Get(MediaKind.Image).MediaId;
                return given with { MediaId = picture, PicUrl = given.PicUrl ?? UrlOf(picture) };
            case "voice":
                var voice = given.MediaId ?? samples.Get(MediaKind.Voice).MediaId;
                return given with { MediaId = voice, Format = given.Format ?? store.Find(voice)?.Format?.Name };
            case "video" or "shortvideo":
                return given with
                {
                    MediaId = given.MediaId ?? samples.Get(MediaKind.Video).MediaId,
                    ThumbMediaId = given.ThumbMediaId ?? samples.Get(MediaKind.Image).MediaId,
                };
            default:
                return given;
        }
    }

    /// <summary>A pic_* event with the pictures that are meant and their MD5; another event as it is.</summary>
    public MemberEvent Complete(MemberEvent given)
    {
        if (!given.SendsPictures || given.PicMd5Sums is { Count: > 0 } && given.MediaIds is not { Count: > 0 })
            return given;
        IReadOnlyList<string> pictures = given.MediaIds is { Count: > 0 } chosen ? chosen : [samples.Get(MediaKind.Image).MediaId];
        return given with { MediaIds = pictures, PicMd5Sums = [.. pictures.Select(Md5Of)] };
    }

    /// <summary>The first of the pictures that is none; null when all are.</summary>
    public string? FindNoPicture(MemberEvent given) =>
        given.MediaIds?.Select(id => id ?? "").FirstOrDefault(id => store.FindValid(id) is not { Kind: MediaKind.Image });

    /// <summary>The messages that the client sends after an event: the pictures, or the place.</summary>
    public IReadOnlyList<MemberMessage> FollowUps(MemberEvent happened) => happened switch
    {
        { SendsPictures: true, MediaIds: { } pictures } =>
            [.. pictures.Select(id => Complete(new MemberMessage { Type = "image", MediaId = id }))],
        { Event: "location_select" } =>
        [
            new()
            {
                Type = "location", Latitude = happened.Latitude, Longitude = happened.Longitude, Scale = happened.Scale, Label = happened.Label,
            },
        ],
        _ => [],
    };

    /// <summary>The type of message that a media file is shown as; what nobody knows is a picture.</summary>
    public string KindOf(string mediaId) => store.Find(mediaId)?.Kind switch
    {
        MediaKind.Voice => "voice",
        MediaKind.Video => "video",
        _ => "image",
    };

    private string? UrlOf(string mediaId) => store.Find(mediaId) is null ? null : address.Of(PathOf(mediaId));

#pragma warning disable CA5351 // The platform tells pictures by MD5; nothing is protected by it.
    private string Md5Of(string mediaId) => Convert.ToHexStringLower(MD5.HashData(store.Find(mediaId)?.Content ?? []));
#pragma warning restore CA5351
}
