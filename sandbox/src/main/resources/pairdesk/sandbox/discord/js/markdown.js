// Discord's markdown, the part that bots use. Gives DOM nodes, never HTML text.

import {el, webUrl} from "./dom.js";
import {timestamp} from "./time.js";

/** Inline rules in order; each has a pattern anchored at the start and what becomes of a match. */
const INLINE = [
  [/^\\([^\sA-Za-z0-9])/, (m) => m[1]],
  [/^``([^]+?)``(?!`)/, (m) => el("code", {}, m[1])],
  [/^`([^`]+)`/, (m) => el("code", {}, m[1])],
  [/^\*\*\*(?=\S)([^]+?\S?)\*\*\*/, (m, ctx) => el("strong", {}, el("em", {}, inline(m[1], ctx)))],
  [/^\*\*(?=\S)([^]+?)\*\*(?!\*)/, (m, ctx) => el("strong", {}, inline(m[1], ctx))],
  [/^__(?=\S)([^]+?)__(?!_)/, (m, ctx) => el("u", {}, inline(m[1], ctx))],
  [/^\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/, (m, ctx) => el("em", {}, inline(m[1], ctx))],
  [/^_(?=[^\s_])([^_]*[^\s_])_(?![A-Za-z0-9_])/, (m, ctx) => el("em", {}, inline(m[1], ctx))],
  [/^~~(?=\S)([^]+?)~~/, (m, ctx) => el("s", {}, inline(m[1], ctx))],
  [/^\|\|([^]+?)\|\|/, (m, ctx) => spoiler(inline(m[1], ctx))],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, (m) => timestamp(m[1], m[2])],
  [/^<@!?(\d+)>/, (m, ctx) => mention("@" + (ctx.userName(m[1]) ?? "unknown-user"), m[1] === ctx.ownId)],
  [/^<@&(\d+)>/, (m, ctx) => mention("@" + (ctx.roleName(m[1]) ?? "unknown-role"), false)],
  [/^<#(\d+)>/, (m, ctx) => mention("#" + (ctx.channelName(m[1]) ?? "unknown"), false)],
  [/^<\/([^:>]+):\d+>/, (m) => mention("/" + m[1], false)],
  [/^\[((?:[^\[\]\\]|\\.)+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (m, ctx) => link(m[2], inline(m[1], ctx), m[0])],
  [/^<(https?:\/\/[^\s>]+)>/, (m) => link(m[1], [m[1]], m[0])],
  [/^https?:\/\/[^\s<>"]+[^\s<>"'.,:;!?)\]]/, (m) => link(m[0], [m[0]], m[0])],
];
const PLAIN = /^(?:[A-Za-z0-9]+|\s+|[^])/;

function inline(text, ctx) {
  const nodes = [];
  let plain = "";
  for (let rest = text; rest;) {
    const hit = firstHit(rest, plain);
    if (!hit) {
      const [chunk] = PLAIN.exec(rest);
      plain += chunk;
      rest = rest.slice(chunk.length);
      continue;
    }
    if (plain) nodes.push(plain);
    plain = "";
    nodes.push(hit.build(hit.match, ctx));
    rest = rest.slice(hit.match[0].length);
  }
  if (plain) nodes.push(plain);
  return nodes;
}

function firstHit(rest, before) {
  const insideWord = rest[0] === "_" && /[A-Za-z0-9]$/.test(before);
  for (const [pattern, build] of insideWord ? [] : INLINE) {
    const match = pattern.exec(rest);
    if (match) return {match, build};
  }
  return null;
}

function spoiler(children) {
  const box = el("span.spoiler", {title: "Spoiler: click to show"}, children);
  box.addEventListener("click", () => box.classList.add("shown"));
  return box;
}

function mention(text, own) {
  return el(own ? "span.mention.own" : "span.mention", {}, text);
}

function link(url, children, source) {
  const safe = webUrl(url);
  return safe ? el("a", {href: safe, target: "_blank", rel: "noopener noreferrer"}, children) : source;
}

/** A whole text: code blocks first, then lines. */
export function markdown(text, ctx) {
  const parts = text.split(/```(?:([A-Za-z0-9_+-]+)\n)?([^]+?)```/);
  const nodes = [];
  for (let i = 0; i < parts.length; i += 3) {
    nodes.push(...lines(i > 0 ? parts[i].replace(/^\n/, "") : parts[i], ctx));
    if (i + 2 < parts.length) nodes.push(el("pre", {}, el("code", {}, parts[i + 2].replace(/^\n|\n$/g, ""))));
  }
  return nodes;
}

/** Without blocks: titles, field names, footers. */
export function markdownLine(text, ctx) {
  return inline(text, ctx);
}

function lines(text, ctx) {
  const nodes = [];
  let run = [];
  const flush = () => {
    if (run.length) nodes.push(el("div.text", {}, inline(run.join("\n"), ctx)));
    run = [];
  };
  for (const line of text.split("\n")) {
    const block = blockOf(line, ctx);
    if (block) {
      flush();
      nodes.push(block);
    } else {
      run.push(line);
    }
  }
  if (run.join("") === "") run = [];
  flush();
  return nodes;
}

function blockOf(line, ctx) {
  let m;
  if ((m = /^(#{1,3}) +(.+)$/.exec(line))) return el(`h${m[1].length + 2}.md-h${m[1].length}`, {}, inline(m[2], ctx));
  if ((m = /^-# +(.+)$/.exec(line))) return el("div.subtext", {}, inline(m[1], ctx));
  if ((m = /^> ?(.*)$/.exec(line))) return el("blockquote", {}, inline(m[1] || " ", ctx));
  if ((m = /^( *)[-*] +(.+)$/.exec(line))) return el("div.bullet", {dataset: {depth: m[1].length >= 2 ? 1 : 0}}, inline(m[2], ctx));
  if ((m = /^(\d{1,3})\. +(.+)$/.exec(line))) return el("div.numbered", {dataset: {number: m[1] + "."}}, inline(m[2], ctx));
  return null;
}
