// Stands in for the scripts of WeCom's JS-SDK (jweixin-1.2.0.js with its global wx, wecom-jssdk-2.0.2.js with its global ww) on pages that
// are developed against the simulator. Signatures are checked by the simulator; of the functions only a few do anything.
(() => {
  const simulator = new URL(document.currentScript.src).origin;
  const ready = { config: null, agentConfig: null };
  const waiting = { ready: [], error: [] };
  let outcome;

  const check = async (kind, fields) => {
    const query = new URLSearchParams({ kind, url: location.href.split("#")[0] });
    for (const [name, value] of Object.entries(fields)) query.set(name, value ?? "");
    let answer;
    try {
      answer = await (await fetch(`${simulator}/sim/js/check?${query}`)).json();
    } catch (problem) {
      answer = { errorCode: -1, errMsg: `${kind}:fail, ${problem.message}`, signedText: "" };
    }
    if (answer.errorCode !== 0) console.error(`[鸿雁模拟器 Hongyan simulator] ${answer.errMsg}\n${answer.explanation ?? ""}\n${answer.signedText}`);
    return answer;
  };

  const settle = (answer, { success, fail, complete } = {}) => {
    (answer.errorCode === 0 ? success : fail)?.(answer);
    complete?.(answer);
    return answer;
  };

  // What a page can do once it is known; anything else says that it is not played.
  const played = {
    getContext: () => ({ entry: "normal" }),
    checkJsApi: ({ jsApiList = [] }) => ({ checkResult: Object.fromEntries(jsApiList.map((name) => [name, name in played])) }),
    closeWindow: () => { window.close(); return {}; },
    scanQRCode: () => ({ resultStr: window.prompt("扫码结果 Scanned text") ?? "" }),
    hideOptionMenu: () => ({}),
    showOptionMenu: () => ({}),
  };

  const call = async (name, options = {}) => {
    const known = await (ready.agentConfig ?? ready.config);
    const answer =
      known?.errorCode !== 0 ? { errorCode: 40093, errMsg: `${name}:fail, the permission value is offline verifying` }
      : played[name] ? { errorCode: 0, errMsg: `${name}:ok`, ...played[name](options) }
      : { errorCode: 404, errMsg: `${name}:fail, 模拟器还没有这个接口 the simulator does not play this` };
    settle(answer, options);
    if (answer.errorCode !== 0 && !options.fail) console.warn(answer.errMsg);
    return answer;
  };

  const withEverything = (known) => new Proxy(known, {
    get: (target, name) => target[name] ?? (typeof name === "string" && name !== "then" ? (options) => call(name, options) : undefined),
  });

  window.wx = window.jWeixin = withEverything({
    config({ appId, timestamp, nonceStr, signature }) {
      ready.config = check("config", { corpId: appId, timestamp, nonceStr, signature }).then((answer) => {
        outcome = answer;
        const good = answer.errorCode === 0;
        for (const told of waiting[good ? "ready" : "error"]) told(answer);
        return answer;
      });
    },
    ready(told) { waiting.ready.push(told); if (outcome?.errorCode === 0) told(outcome); },
    error(told) { waiting.error.push(told); if (outcome && outcome.errorCode !== 0) told(outcome); },
    agentConfig(options) {
      const { corpid, agentid, timestamp, nonceStr, signature } = options;
      ready.agentConfig = check("agentConfig", { corpId: corpid, agentId: agentid, timestamp, nonceStr, signature }).then((answer) => settle(answer, options));
    },
    invoke(name, options, told) {
      if (name === "agentConfig") this.agentConfig({ ...options, complete: told });
      else call(name, options).then((answer) => told?.({ ...answer, err_msg: answer.errMsg }));
    },
  });

  const sign = async (kind, provide, told, fields) => {
    const answer = await check(kind, { ...fields, ...await provide(location.href.split("#")[0]) });
    return settle(answer, told);
  };

  window.ww = withEverything({
    SDK_VERSION: "2.0.2-hongyan-simulator",
    register(options) {
      const { corpId, agentId } = options;
      if (options.getConfigSignature)
        ready.config = sign("config", options.getConfigSignature, { success: options.onConfigSuccess, fail: options.onConfigFail, complete: options.onConfigComplete }, { corpId });
      if (options.getAgentConfigSignature)
        ready.agentConfig = sign("agentConfig", options.getAgentConfigSignature,
          { success: options.onAgentConfigSuccess, fail: options.onAgentConfigFail, complete: options.onAgentConfigComplete }, { corpId, agentId });
    },
    ensureCorpConfigReady: () => ready.config?.then((result) => ({ result })),
    ensureAgentConfigReady: () => ready.agentConfig?.then((result) => ({ result })),
  });
})();
