// One message as a list item. Updates replace the item as a whole.

import {avatar, color, el, ownUrl} from "./dom.js";
import {components} from "./components.js";
import {embed, picture} from "./embed.js";
import {markdown} from "./markdown.js";
import {headerTime, shortTime} from "./time.js";

const GROUP_MILLIS = 7 * 60 * 1000;
const COMPONENTS_V2 = 1 << 15;
const QUICK = ["✅", "❌"];

/** Whether the message continues the one before without a head of its own. */
function continues(message, previous) {
  return previous && previous.author.id === message.author.id && previous.ephemeral === message.ephemeral
    && !message.interaction_metadata && !message.message_reference
    && new Date(message.timestamp) - new Date(previous.timestamp) < GROUP_MILLIS;
}

/** `actions` has act(message, customId, values, element), react(message, emoji, add) and dismiss(message). */
export function messageItem(message, previous, ctx, actions) {
  const grouped = continues(message, previous);
  const classes = ["li.message", grouped && "grouped", message.ephemeral && "ephemeral", mentions(message, ctx) && "mentioned"];
  return el(classes.filter(Boolean).join("."), {dataset: {messageId: message.id}, id: `message-${message.id}`},
    origin(message, ctx),
    grouped ? el("time.gutter-time", {}, shortTime(message.timestamp)) : avatar(message.author, ctx.userColor(message.author.id)),
    el("div.message-main", {},
      !grouped && head(message, ctx),
      body(message, ctx, actions),
      reactions(message, actions),
      message.ephemeral && whisper(message, actions)),
    !message.ephemeral && !message.loading && toolbar(message, actions));
}

function mentions(message, ctx) {
  return message.mentions.some((user) => user.id === ctx.ownId);
}

function head(message, ctx) {
  const name = el("span.author", {}, ctx.userName(message.author.id) ?? message.author.username);
  const tint = ctx.userColor(message.author.id);
  if (tint) name.style.color = color(tint);
  return el("div.message-head", {}, name, message.author.bot && el("span.bot-tag", {}, "✓ APP"),
    el("time", {title: new Date(message.timestamp).toLocaleString("en-GB")}, headerTime(message.timestamp)),
    message.pinned && el("span.pinned", {title: "Pinned"}, "📌"));
}

/** The line above an answer: who used which command, or which message is answered. */
function origin(message, ctx) {
  const by = message.interaction_metadata?.user;
  if (message.interaction && by) {
    return el("div.origin", {}, avatar(by, ctx.userColor(by.id)), el("span.origin-name", {}, ctx.userName(by.id)),
      " used ", el("span.mention", {}, "/" + message.interaction.name));
  }
  if (!message.message_reference) return null;
  const earlier = message.referenced_message;
  const text = earlier?.content || earlier?.embeds?.[0]?.title || "Click to see the message";
  return el("div.origin", {}, earlier && avatar(earlier.author, ctx.userColor(earlier.author.id)),
    el("span.origin-name", {}, earlier ? ctx.userName(earlier.author.id) ?? earlier.author.username : ""),
    el("a.origin-text", {href: `#message-${message.message_reference.message_id}`}, earlier ? text : "Original message was deleted"));
}

function body(message, ctx, actions) {
  if (message.loading) {
    return el("div.thinking", {}, el("span.dots", {}, el("i"), el("i"), el("i")), `${ctx.userName(message.author.id)} is thinking…`);
  }
  const act = (customId, values, element) => actions.act(message, customId, values, element);
  const parts = message.content ? markdown(message.content, ctx) : [];
  const edited = message.edited_timestamp && el("span.edited", {}, " (edited)");
  if (edited) parts.at(-1)?.append(edited);
  return el("div.message-body", {dataset: {v2: (message.flags & COMPONENTS_V2) !== 0}},
    parts,
    message.attachments.map(attachment),
    message.embeds.map((data) => embed(data, ctx)),
    components(message.components, ctx, act),
    !parts.length && edited);
}

function attachment(file) {
  if (file.content_type?.startsWith("image/")) {
    return el("div.attachment-image", {}, picture(file, file.description, "img"));
  }
  const href = ownUrl(file.url);
  return el("div.attachment", {}, el("span.attachment-icon", {}, "📄"),
    el("div", {}, el("a", {href, download: file.filename}, file.filename), el("small", {}, size(file.size))));
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : bytes < 1 << 20 ? `${(bytes / 1024).toFixed(2)} KB` : `${(bytes / (1 << 20)).toFixed(2)} MB`;
}

/** The row of reactions; filled again by itself when only they change. */
export function reactions(message, actions) {
  return el("div.reactions", {}, (message.reactions ?? []).map((reaction) => {
    const emoji = reaction.emoji.name;
    return el(reaction.me ? "button.reaction.mine" : "button.reaction",
      {type: "button", "aria-pressed": String(reaction.me), dataset: {emoji},
        on: {click: () => actions.react(message, emoji, !reaction.me)}},
      el("span.reaction-emoji", {}, emoji), el("span.reaction-count", {}, String(reaction.count)));
  }));
}

function toolbar(message, actions) {
  return el("div.toolbar", {}, QUICK.map((emoji) => el("button",
    {type: "button", title: `React with ${emoji}`, dataset: {addEmoji: emoji}, on: {click: () => actions.react(message, emoji, true)}},
    emoji)));
}

function whisper(message, actions) {
  return el("div.whisper", {}, "👁 Only you can see this • ",
    el("button.as-link", {type: "button", on: {click: () => actions.dismiss(message)}}, "Dismiss message"));
}
