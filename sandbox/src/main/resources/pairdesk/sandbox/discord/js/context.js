// Names and colours of the guild, for rendering.

export class Context {
  #members = new Map();
  #roles = new Map();
  #channels = new Map();

  constructor(guild, me) {
    this.guild = guild;
    this.ownId = me.id;
    guild.members.forEach((member) => this.#members.set(member.id, member));
    guild.roles.forEach((role) => this.#roles.set(role.id, role));
    guild.channels.forEach((channel) => this.#channels.set(channel.id, channel));
  }

  member(id) { return this.#members.get(id); }
  userName(id) { return this.#members.get(id)?.display_name; }
  userColor(id) { return this.#members.get(id)?.color; }
  roleName(id) { return this.#roles.get(id)?.name; }
  channelName(id) { return this.#channels.get(id)?.name; }
  channel(id) { return this.#channels.get(id); }
}
