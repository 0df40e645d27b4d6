// Runs an Official Account as any program with this library does. Only the address of the API is another one.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const API = require("co-wechat-api");

const [address, appId, secret, openId, otherOpenId, templateId] = process.argv.slice(2);
const api = new API(appId, secret);
api.prefix = `${address}/cgi-bin/`;

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hongyan-"));
  const picture = path.join(folder, "封面.jpg");
  const video = path.join(folder, "第一课.mp4");
  fs.writeFileSync(picture, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("a picture")]));
  fs.writeFileSync(video, Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom, a video")]));
  try {
    const token = await api.getAccessToken();
    const followers = await api.getFollowers();
    const menu = await api.createMenu({ button: [{ type: "click", name: "帮助", key: "help" }] });
    const tag = await api.createTags("家长");
    const tagged = await api.batchTagging([openId], tag.tag.id);
    const text = await api.sendText(openId, "你好，来自另一个库");
    const cover = await api.uploadMaterial(picture, "image");
    const kept = await api.uploadVideoMaterial(video, { title: "开学第一课", introduction: "请看" });
    const keptVideo = await api.getMaterial(kept.media_id);
    const count = await api.getMaterialCount();
    const news = await api.uploadNews({ articles: [{ title: "开学通知", thumb_media_id: cover.media_id, content: "<p>九月一日开学。</p>" }] });
    const mass = await api.massSendNews(news.media_id, [openId, otherOpenId], "start-1");
    const toTag = await api.massSendText("家长会", tag.tag.id);
    const notice = await api.sendTemplate(openId, templateId, "https://example.com", "#FF0000", {
      thing1: { value: "钢琴一对一", color: "#173177" }, time2: { value: "2026年9月1日 10:00" }, thing3: { value: "二楼琴房" },
    });
    const refusal = await api.sendTemplate(openId, "nothing", "", "", {}).catch((error) => error);
    console.log(JSON.stringify({
      hasToken: token.accessToken.length > 0,
      followers: followers.total,
      menuSet: menu.errcode,
      tagged: tagged.errcode,
      textSent: text.errcode,
      videoTitle: keptVideo.title,
      pictures: count.image_count,
      massSent: mass.errcode,
      massId: String(mass.msg_id),
      tagSent: toTag.errcode,
      noticeSent: notice.errcode,
      refusal: refusal.code,
    }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
