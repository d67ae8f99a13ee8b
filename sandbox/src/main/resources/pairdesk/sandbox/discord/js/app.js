// Signs in, opens a channel, and connects what people do with what the server tells.

import {Api} from "./api.js";
import {byId} from "./dom.js";
import {CommandBox} from "./command-box.js";
import {Context} from "./context.js";
import {Pending} from "./pending.js";
import {Timeline} from "./timeline.js";
import {openModal} from "./modal.js";
import {hideOverlay} from "./overlay.js";
import {refreshRelativeTimes} from "./time.js";
import {showChannels, showMe, showMembers} from "./sidebar.js";

const TYPING_MILLIS = 10_000;

let api;
let me;
let ctx;
let channelId;
let typingUntil = 0;
const unread = new Set();

const timeline = new Timeline({
  act: (message, customId, values, element) => press(message, customId, values, element),
  react: (message, emoji, add) => attempt(() => api.react(message.channel_id, message.id, emoji, add)),
  dismiss: (message) => attempt(() => api.dismiss(message.channel_id, message.id)),
}, (before) => api.messages(channelId, before));
const pending = new Pending(timeline);
const box = new CommandBox({
  invoke: (name, options) => invoke(name, options),
  write: (text) => attempt(() => api.write(channelId, text)),
  suggestions: (name, options, focused) => api.suggestions(channelId, name, options, focused),
});

async function attempt(work) {
  try {
    return await work();
  } catch (refused) {
    box.complain(refused.message);
    return null;
  }
}

/** Gives the reason when the command was refused. */
async function invoke(name, options) {
  const done = timeline.notice("sending", `/${name}: sending command…`);
  try {
    const answer = await api.invoke(channelId, name, options);
    pending.command(answer.interaction_id, name, done);
    return null;
  } catch (refused) {
    done();
    return `${refused.field.replace("options.", "")}: ${refused.message}`;
  }
}

async function press(message, customId, values, element) {
  element.classList.add("busy");
  const answer = await attempt(() => api.press(message.id, customId, values));
  if (!answer) return element.classList.remove("busy");
  pending.component(answer.interaction_id, message.id, element);
}

function hear(event) {
  switch (event.type) {
    case "message_created": return created(event);
    case "message_updated": return event.channel_id === channelId && timeline.update(event.message);
    case "message_deleted": return timeline.remove(event.message_id);
    case "reaction_added": case "reaction_removed": case "reactions_cleared":
      return timeline.react(event.message_id, event.reactions);
    case "interaction_answered": return pending.answered(event.interaction_id);
    case "interaction_failed": return pending.failed(event.interaction_id);
    case "modal_opened":
      pending.answered(event.interaction_id);
      return openModal(event.modal, ctx, (values) => api.submit(event.interaction_id, values));
    case "typing": return showTyping(event);
    case "bot_presence":
      ctx.guild.bot = {online: event.online, activity: event.activity};
      return showMembers(ctx);
    case "commands_changed": return loadCommands();
    default: return console.info("unknown event", event.type);
  }
}

function created(event) {
  if (event.channel_id === channelId) {
    typingUntil = 0;
    byId("typing").textContent = "";
    timeline.add(event.message);
  } else {
    unread.add(event.channel_id);
    showChannels(ctx.guild, channelId, unread, open);
  }
}

function showTyping(event) {
  if (event.channel_id !== channelId || event.user_id === me.id) return;
  typingUntil = Date.now() + TYPING_MILLIS;
  byId("typing").textContent = `${ctx.userName(event.user_id)} is typing…`;
}

async function loadCommands() {
  box.offer(await api.commands(), ctx.guild);
}

async function open(id) {
  channelId = id;
  unread.delete(id);
  const channel = ctx.channel(id);
  byId("channel-name").textContent = channel.name;
  byId("welcome-name").textContent = channel.name;
  byId("channel-topic").textContent = channel.topic;
  document.title = `#${channel.name} | ${ctx.guild.name} (local Discord)`;
  showChannels(ctx.guild, channelId, unread, open);
  box.place(channel, channel.can_send);
  timeline.show(await api.messages(id), ctx);
}

/** After every (re)connection: everything anew, for events were missed in between. */
async function load() {
  const guild = await api.guild();
  ctx = new Context(guild, me);
  showMe(me);
  showMembers(ctx);
  await loadCommands();
  const still = guild.channels.find((channel) => channel.id === channelId) ?? guild.channels[0];
  await open(still.id);
}

function link(up) {
  byId("line").dataset.state = up ? "up" : "down";
  byId("line").textContent = up ? "live" : "connection lost, retrying…";
  if (up) attempt(load);
}

async function signIn(user) {
  api?.close();
  hideOverlay();
  channelId = undefined;
  unread.clear();
  byId("user").value = user;
  sessionStorage.setItem("user", user);
  api = new Api(user);
  me = await api.login();
  api.listen(hear, link);
}

byId("user").addEventListener("change", (event) => signIn(event.target.value));
setInterval(() => {
  refreshRelativeTimes();
  if (Date.now() > typingUntil) byId("typing").textContent = "";
}, 1000);
signIn(new URLSearchParams(location.search).get("user") ?? sessionStorage.getItem("user") ?? "operator");
