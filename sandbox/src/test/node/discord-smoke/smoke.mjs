// discord.js drives the local Discord as a bot, the user API plays the person in front of it, and every exchanged body is
// checked against Discord's own OpenAPI description when a path to it is given.
//
//   node smoke.mjs <api base ending in /api/v10/> <openapi.json or nothing>      DISCORD_TOKEN=…

import assert from "node:assert/strict";
import {once} from "node:events";
import {
  ActionRowBuilder, ApplicationCommandOptionType, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client, ContainerBuilder,
  EmbedBuilder, Events, GatewayIntentBits, LabelBuilder, MessageFlags, ModalBuilder, StringSelectMenuBuilder,
  TextDisplayBuilder, TextInputBuilder, TextInputStyle,
} from "discord.js";
import {Contract} from "./contract.mjs";
import {Person} from "./person.mjs";

const [base, openApi] = process.argv.slice(2);
const contract = openApi ? await Contract.load(openApi) : null;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.GuildMessageReactions],
  rest: {api: base.replace(/\/v10\/?$/, ""), makeRequest: recordedFetch},
});
client.on(Events.Error, (error) => { throw error; });

const ready = once(client, Events.ClientReady);
await client.login(process.env.DISCORD_TOKEN);
await ready;
const guild = client.guilds.cache.first();
const desk = guild.channels.cache.find((channel) => channel.name === "desk");
const person = await Person.login(base, "operator");

const steps = {
  async "registers commands"() {
    const commands = await guild.commands.set([
      {name: "pair", description: "Pairs", options: [
        {type: ApplicationCommandOptionType.Subcommand, name: "show", description: "Shows one", options: [
          {type: ApplicationCommandOptionType.String, name: "id", description: "Which", required: true, autocomplete: true},
        ]},
      ]},
      {name: "why", description: "Asks for a reason"},
      {name: "admin", description: "Not for operators", defaultMemberPermissions: 0n},
    ]);
    assert.equal(commands.size, 3);
    assert.deepEqual((await person.get("/commands")).map((command) => command.name), ["pair show", "why"]);
  },

  async "sends embed and file, reacts, pins"() {
    const message = await desk.send({
      content: "chart",
      embeds: [new EmbedBuilder().setTitle("P&L").setColor(0x57f287).setImage("attachment://pnl.txt")],
      files: [new AttachmentBuilder(Buffer.from("figures"), {name: "pnl.txt"})],
    });
    assert.equal(await (await fetch(message.embeds[0].image.url)).text(), "figures");
    await message.react("✅");
    await message.pin();
    const [user] = await Promise.all([reactionBy("operator"), person.react(message.id, "✅")]);
    assert.equal(user.username, "operator");
    const reactors = await message.reactions.resolve("✅").users.fetch();
    assert.deepEqual(reactors.map((one) => one.username).sort(), ["Pairdesk", "operator"]);
  },

  async "suggests, defers and edits, updates by button and select"() {
    const asked = interaction((event) => event.isAutocomplete());
    const suggestions = person.post("/autocomplete",
      {channel: "desk", name: "pair show", options: {id: "fe"}, focused: "id"});
    const event = await asked;
    assert.equal(event.options.getFocused(), "fe");
    await event.respond([{name: "Fed", value: "p1"}]);
    assert.deepEqual((await suggestions).choices, [{name: "Fed", value: "p1"}]);

    const used = interaction((one) => one.isChatInputCommand());
    await person.command("pair show", {id: "p1"});
    const command = await used;
    assert.equal(command.options.getSubcommand(), "show");
    await command.deferReply();
    const reply = await command.editReply({content: "here", components: [
      new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId("v1:ok").setLabel("Ok").setStyle(ButtonStyle.Success)),
      new ActionRowBuilder().addComponents(
        new StringSelectMenuBuilder().setCustomId("v1:pick").addOptions({label: "A", value: "a"})),
    ]});
    await command.followUp({content: "only you", flags: MessageFlags.Ephemeral});

    const selected = interaction((one) => one.isStringSelectMenu());
    await person.press(reply.id, "v1:pick", ["a"]);
    const select = await selected;
    assert.deepEqual(select.values, ["a"]);
    await select.deferUpdate();
    await select.editReply("picked");

    const pressed = interaction((one) => one.isButton());
    await person.press(reply.id, "v1:ok", []);
    await (await pressed).update({content: "done", components: []});
    const messages = await person.get("/channels/desk/messages");
    assert.equal(messages.find((message) => message.id === reply.id).content, "done");
    assert.equal(messages.find((message) => message.ephemeral).content, "only you");
  },

  async "opens a form and reads it"() {
    const used = interaction((event) => event.isChatInputCommand());
    const {interaction_id: id} = await person.command("why", {});
    const input = new TextInputBuilder().setCustomId("reason").setStyle(TextInputStyle.Short);
    await (await used).showModal(new ModalBuilder().setCustomId("v1:why").setTitle("Why")
      .addLabelComponents(new LabelBuilder().setLabel("Reason").setTextInputComponent(input)));
    const sent = interaction((event) => event.isModalSubmit());
    await person.post("/modals", {interaction_id: id, values: {reason: "test"}});
    const submission = await sent;
    assert.equal(submission.fields.getTextInputValue("reason"), "test");
    await submission.reply({content: "thanks", flags: MessageFlags.Ephemeral});
  },

  async "shows version 2 components"() {
    const container = new ContainerBuilder().setAccentColor(0x5865f2)
      .addTextDisplayComponents(new TextDisplayBuilder().setContent("# Status"));
    const message = await desk.send({components: [container], flags: MessageFlags.IsComponentsV2});
    assert.equal(message.components[0].components[0].content, "# Status");
    await message.delete();
  },

  async "is told which field is wrong"() {
    await assert.rejects(desk.send({content: "x".repeat(2001)}), (error) => error.code === 50035);
  },
};

async function recordedFetch(url, init) {
  const response = await fetch(url, init);
  contract?.record(url, init, response.clone());
  return response;
}

function interaction(fits) {
  return new Promise((resolve) => {
    const listen = (event) => {
      if (!fits(event)) return;
      client.off(Events.InteractionCreate, listen);
      resolve(event);
    };
    client.on(Events.InteractionCreate, listen);
  });
}

async function reactionBy(name) {
  for (;;) {
    const [, user] = await once(client, Events.MessageReactionAdd);
    const known = user.username ? user : await user.fetch();
    if (known.username === name) return known;
  }
}

for (const [name, step] of Object.entries(steps)) {
  await step();
  console.log(`ok: ${name}`);
}
await client.destroy();
if (contract) console.log(`ok: ${await contract.check()} bodies fit Discord's API description`);
