// Channels on the left, members on the right, the signed-in person below.

import {avatar, byId, color, el} from "./dom.js";

export function showChannels(guild, current, unread, open) {
  byId("guild-name").textContent = guild.name;
  byId("channels").replaceChildren(...guild.channels.map((channel) => {
    const classes = ["button.channel", channel.id === current && "current", unread.has(channel.id) && "unread"];
    return el("li", {}, el(classes.filter(Boolean).join("."),
      {type: "button", dataset: {channel: channel.name}, on: {click: () => open(channel.id)}}, el("span.hash", {}, "#"), channel.name));
  }));
}

export function showMe(me) {
  byId("me-avatar").replaceChildren(avatar(me, me.color));
  byId("me-name").textContent = me.display_name;
}

/** Members under the name of their highest role, the bot with what it says about itself. */
export function showMembers(ctx) {
  const groups = new Map();
  for (const member of ctx.guild.members) {
    const role = ctx.guild.roles.findLast((candidate) => member.roles.includes(candidate.id));
    const name = member.bot ? "apps" : role?.name ?? "online";
    groups.set(name, [...groups.get(name) ?? [], member]);
  }
  byId("members").replaceChildren(...[...groups].map(([name, members]) => el("section", {},
    el("h2", {}, `${name} — ${members.length}`), members.map((member) => memberRow(member, ctx.guild.bot)))));
}

function memberRow(member, bot) {
  const online = !member.bot || bot.online;
  const name = el("span.member-name", {}, member.display_name);
  if (member.color) name.style.color = color(member.color);
  return el(online ? "div.member" : "div.member.offline", {dataset: {member: member.name, online}},
    el("span.member-avatar", {}, avatar(member, member.color), el("i.presence")),
    el("span.member-text", {}, el("span", {}, name, member.bot && el("span.bot-tag", {}, "✓ APP")),
      member.bot && el("small", {id: "bot-activity"}, online ? bot.activity : "offline")));
}
