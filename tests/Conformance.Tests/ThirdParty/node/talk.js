// Talks to the platform as any program with this library does. Only the address of the API is another one.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { promisify } = require("node:util");
const API = require("wechat-enterprise-api");

const [address, corpId, secret, agentId] = process.argv.slice(2);
const api = new API(corpId, secret, Number(agentId));
api.prefix = `${address}/cgi-bin/`;
const call = (name, ...given) => promisify(api[name].bind(api))(...given);

(async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "hongyan-")), "名单.csv");
  fs.writeFileSync(file, "zhangsan,lisi\n");
  try {
    const token = await call("getAccessToken");
    const user = await call("getUser", "lisi");
    const departments = await call("getDepartments");
    const upload = await call("uploadMedia", file, "file");
    const text = await call("send", { touser: "lisi|nobody" }, { msgtype: "text", text: { content: "你好，来自另一个库" }, safe: "0" });
    const sent = await call("send", { touser: "lisi" }, { msgtype: "file", file: { media_id: upload.media_id }, safe: "0" });
    const menu = await call("createMenu", { button: [{ type: "click", name: "帮助", key: "help" }] });
    const refusal = await call("getUser", "nobody").catch((error) => error);
    console.log(JSON.stringify({
      hasToken: token.accessToken.length > 0,
      name: user.name,
      departments: departments.department.length,
      mediaId: upload.media_id,
      invalidUser: text.invaliduser,
      fileSent: sent.errcode,
      menuSet: menu.errcode,
      refusal: refusal.code,
    }));
  } finally {
    fs.rmSync(path.dirname(file), { recursive: true });
  }
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
